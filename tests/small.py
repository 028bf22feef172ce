"""Small knowledge folders for tests: some of the shipped cards, without what refers to others."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.library import SHIPPED

CARDS = (
    "fr-prefet",
    "fr-maire",
    "fr-commune",
    "fr-region",
    "fr-epci",
    "fr-conseil-municipal",
    "kr-gun",
    "kr-si",
    "kr-mayor",
    "kr-governor",
    "kr-dong",
    "kr-local-council",
    "cmp-prefet-governor",
    "cmp-gun-canton",
)
COUNTERPARTS = {"fr-maire": "kr-mayor", "kr-mayor": "fr-maire", "fr-conseil-municipal": "kr-local-council"}
BACKGROUND = {
    "small-talk": {
        "fr": ["Tu aimes le café ?", "Il fait beau aujourd'hui", "On mange où ce midi ?"],
        "ko": ["오늘 점심 뭐 먹어요?", "날씨가 좋네요", "주말에 뭐 했어요?"],
        "en": ["Do you like coffee?", "Nice weather today", "Where shall we eat?"],
    },
    "general-knowledge": {
        "fr": ["Qui a peint la Joconde ?", "Combien de planètes dans le système solaire ?"],
        "ko": ["세상에서 제일 높은 산은?", "물은 몇 도에서 끓나요?"],
        "en": ["Who wrote Hamlet?", "How far is the moon?"],
    },
}
GUARDS = {"countries": ["FR", "KR"], "places": True}


@cache
def shipped_cards() -> dict[str, dict[str, Any]]:
    """Return the shipped cards as they stand in their files, by id."""
    files = sorted(SHIPPED.glob("cards/**/*.yaml"))
    cards = [card for file in files for card in yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)]
    return {card["id"]: card for card in cards}


def small_cards(ids: tuple[str, ...] = CARDS) -> list[dict[str, Any]]:
    """Return copies of shipped cards that refer to nothing outside them."""
    cards = []
    for id in ids:
        shipped = deepcopy(shipped_cards()[id])  # a test may change what it gets
        kept = {k: v for k, v in shipped.items() if k not in ("related", "counterpart", "contacts", "places")}
        if id in COUNTERPARTS:
            kept["counterpart"] = COUNTERPARTS[id]
        cards.append(kept)
    return cards


def write_cards(folder: Path, cards: list[dict[str, Any]], name: str = "cards.yaml") -> Path:
    """Write cards into a knowledge folder; return the file."""
    file = folder / "cards" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(cards, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    return file


def write_small(folder: Path, ids: tuple[str, ...] = CARDS) -> Path:
    """Write a small knowledge folder: cards and scope; return it."""
    write_cards(folder, small_cards(ids))
    scope = {"guards": GUARDS, "background": BACKGROUND}
    (folder / "scope.yaml").write_text(json.dumps(scope, ensure_ascii=False), "utf-8")
    return folder
