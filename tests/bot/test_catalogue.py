from __future__ import annotations

import re
import string
from pathlib import Path

import bot
from bot.catalogue import say, sentences
from knowledge.text import LANGUAGES


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_is_there_in_three_languages_with_the_same_values() -> None:
    for key, text in sentences().items():
        for language in LANGUAGES:
            assert fields(text[language]) == fields(text.fr), key


def test_every_sentence_named_in_the_code_is_in_the_catalogue() -> None:
    code = "\n".join(file.read_text("utf-8") for file in Path(bot.__path__[0]).rglob("*.py"))
    named = set(re.findall(r'\bsay\(\s*"([a-z_-]+)"', code))
    assert named
    assert named <= set(sentences())


def test_every_way_not_to_answer_has_its_sentence() -> None:
    for reason in ("country", "place", "not_held", "line", "empty", "too_long"):
        assert say(f"unknown-{reason}", "ko")
    for kind in ("greeting", "thanks", "farewell", "identity", "wellbeing"):
        assert say(f"courtesy-{kind}", "fr")


def test_korean_sentences_are_polite() -> None:
    for key, text in sentences().items():
        for sentence in re.findall(r"[가-힣][^.!?\n]*[.!?]", text.ko):
            if key.startswith(("unknown", "courtesy", "unsupported", "referral", "unverified", "expired")):
                assert re.search(r"(다|요|까)[.!?]$", sentence), (key, sentence)
