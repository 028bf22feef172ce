"""The months of the year as French and English write them; Korean counts them."""

from __future__ import annotations

MONTHS = {
    "fr": tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    "en": tuple("January February March April May June July August September October November December".split()),
}
