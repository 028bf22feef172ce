"""The language of a message: the table of `language_table.tsv`, the rules one by one, and any text at all."""

from __future__ import annotations

import csv
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.words.profiles
from bot.words.language import Detection, detect
from knowledge.text import LANGUAGES, Language


class Row(NamedTuple):
    """One message of the table; `expected` is a language, "unsupported" or "undecided"."""

    text: str
    expected: str
    user_language: str | None
    kind: str
    split: str


def _read_table() -> tuple[Row, ...]:
    with Path(__file__).with_name("language_table.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Row(row["text"], row["expected"], row["user_language"] or None, row["kind"], row["split"]) for row in rows
        )


TABLE = _read_table()
SUPPORTED = [row for row in TABLE if row.expected in LANGUAGES]
# A default that is wrong for the row: it must not pass because nothing was decided.
WRONG_DEFAULT: dict[str, Language] = {"fr": "ko", "ko": "en", "en": "fr"}
any_text = st.text(st.characters(exclude_categories=()))


def _outcome(row: Row) -> str:
    detection = detect(row.text, user_language=row.user_language, default=WRONG_DEFAULT.get(row.expected, "fr"))
    if not detection.supported:
        return "unsupported"
    return "undecided" if row.expected == "undecided" and not detection.certain else detection.language


def _bare(text: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept)


@pytest.mark.parametrize(
    ("split", "kind", "least"),
    [
        ("tuned", "full", 0.995),
        ("tuned", "short", 0.98),
        ("tuned", "mixed", 0.97),
        ("tuned", "unsupported", 0.98),
        ("tuned", "name", 0.97),
        ("tuned", "noise", 0.95),
        ("held-out", "full", 0.96),
        ("held-out", "short", 0.96),
        ("held-out", "mixed", 0.95),
        ("held-out", "unsupported", 0.94),
    ],
)
def test_share_of_the_table_that_is_right(split: str, kind: str, least: float) -> None:
    rows = [row for row in TABLE if (row.split, row.kind) == (split, kind)]
    wrong = [(row.text, row.expected, _outcome(row)) for row in rows if _outcome(row) != row.expected]
    assert 1 - len(wrong) / len(rows) >= least, wrong


@pytest.mark.parametrize("spelling", [str, str.lower, str.upper, _bare], ids=["as is", "lower", "upper", "bare"])
def test_no_french_korean_or_english_message_is_refused(spelling: type[str]) -> None:
    refused = [row.text for row in SUPPORTED if not detect(spelling(row.text)).supported]
    assert not refused


def test_table_has_400_messages_and_100_held_out() -> None:
    assert len(TABLE) >= 400
    assert sum(row.split == "held-out" for row in TABLE) >= 100


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("C'est quoi un 구 ?", "fr"),
        ("What does 군 mean?", "en"),
        ("préfet가 뭐예요", "ko"),
        ("What is a préfet?", "en"),
        ("Qu'est-ce qu'un gun ?", "fr"),
        ("What does the conseil départemental do?", "en"),
        ("Comment dit-on 감사합니다 en français ?", "fr"),
        ("le préfet 뭐예요?", "ko"),
        ("수원", "ko"),
        ("CONTROLE DE LEGALITE", "fr"),
        ("twinning agreement seoul", "en"),
        ("Is 北京 twinned with Paris?", "en"),
    ],
)
def test_sentence_around_the_terms_decides(text: str, language: Language) -> None:
    assert detect(text, default=WRONG_DEFAULT[language]) == Detection(language, supported=True, certain=True)


@pytest.mark.parametrize(
    "name", ["Tours", "Suwon", "EPCI", "préfet", "conseil départemental", "si gun gu", "Jongno-gu"]
)
def test_name_or_term_alone_is_undecided(name: str) -> None:
    assert not detect(name).certain


def test_masked_name_says_nothing() -> None:
    def mask(text: str) -> str:
        return re.sub("(?i)la rochelle", " ", text)

    assert detect("la rochelle", default="ko").certain
    assert detect("la rochelle", default="ko", mask=mask) == Detection(
        "ko", supported=True, certain=False, defaulted=True
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gapyeong population?", "en"),
        ("population Gapyeong", "fr"),
        ("Gapyeong, population ?", "fr"),
        ("population ?", "fr"),
        ("Gapyeong mairie site", "fr"),
        ("Gapyeong's population", "en"),
        ("Gapyeong", None),
        ("population", None),
    ],
)
def test_words_of_both_languages_are_read_by_their_order_and_spacing(text: str, expected: str) -> None:
    found = detect(text, default="ko", mask=lambda text: text.replace("Gapyeong", " "))
    assert found == Detection(expected or "ko", supported=True, certain=False, defaulted=expected is None)


def test_the_language_of_the_conversation_comes_before_the_order_of_words() -> None:
    found = detect("Gapyeong population", last="fr", mask=lambda text: text.replace("Gapyeong", " "))
    assert found.language == "fr"


def test_masked_hangul_still_is_korean() -> None:
    assert detect("수원", mask=lambda _: " ") == Detection("ko", supported=True, certain=True)


def test_mask_sees_composed_text() -> None:
    seen: list[str] = []

    def mask(text: str) -> str:
        seen.append(text)
        return text

    detect(unicodedata.normalize("NFD", "préfet 수원"), mask=mask)
    assert seen == ["préfet 수원"]


@pytest.mark.parametrize(
    ("last", "user_language", "default", "expected"),
    [
        ("en", "ko-KR", "fr", "en"),
        (None, "ko-KR", "fr", "ko"),
        (None, "EN_us", "fr", "en"),
        (None, "zh-Hans", "ko", "ko"),
        (None, "", "en", "en"),
        (None, None, "en", "en"),
    ],
)
def test_undecided_takes_last_then_application_then_default(
    last: Language | None, user_language: str | None, default: Language, expected: Language
) -> None:
    detection = detect("Tours", last=last, user_language=user_language, default=default)
    told = last is not None or (user_language or "")[:2].lower() in LANGUAGES
    assert detection == Detection(expected, supported=True, certain=False, defaulted=not told)


@pytest.mark.parametrize(
    ("user_language", "last", "expected"),
    [("en", "ko", "en"), ("es", "ko", "ko"), (None, "ko", "ko"), (None, None, "fr")],
)
def test_unsupported_takes_application_then_last_then_default(
    user_language: str | None, last: Language | None, expected: Language
) -> None:
    detection = detect("¿Cuántos departamentos hay en Francia?", user_language=user_language, last=last)
    assert detection == Detection(expected, supported=False, certain=True)


def test_priors_do_not_overrule_the_message() -> None:
    assert detect("Qui nomme le préfet ?", user_language="ko", last="en", default="en").language == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "https://www.lyon.fr/vos-demarches",
        "contact@mairie-tours.fr",
        "@guichet_bot",
        "/ask@guichet_bot",
        "www.suwon.go.kr",
    ],
)
def test_addresses_and_handles_say_nothing(text: str) -> None:
    assert not detect(text).certain


def test_decomposed_hangul_is_korean() -> None:
    assert detect(unicodedata.normalize("NFD", "시장은 누구인가요?")).language == "ko"


def test_full_width_letters_are_read() -> None:
    assert detect("Ｗｈａｔ ｉｓ ａ ｇｕｎ？", default="ko").language == "en"


def test_only_the_first_2000_characters_are_read() -> None:
    assert not detect("1234 " * 400 + "Who is the mayor?").certain


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\0",
        "\ud800",
        "\udfff\ud800 qui",
        "👍🏽",
        "\u202e?",
        "﷽" * 700,
        "'" * 9,
        "-" * 9,
        "¿",
        "ㅋ",
        "가" * 100_000,
    ],
)
def test_odd_text_gives_a_language(text: str) -> None:
    assert detect(text).language in LANGUAGES


@given(any_text, any_text, st.sampled_from([None, *LANGUAGES]), st.sampled_from(LANGUAGES))
def test_any_text_gives_the_same_answer_twice(
    text: str, user_language: str, last: Language | None, default: Language
) -> None:
    first = detect(text, user_language=user_language, last=last, default=default)
    assert first == detect(text, user_language=user_language, last=last, default=default)
    assert first.language in LANGUAGES
    assert first.supported or first.certain


@given(st.lists(st.sampled_from([word for row in TABLE for word in row.text.split()]), max_size=30))
def test_any_mix_of_words_gives_the_same_answer_composed_or_not(words: list[str]) -> None:
    text = " ".join(words)
    assert detect(unicodedata.normalize("NFD", text)) == detect(unicodedata.normalize("NFC", text))


def test_four_threads_agree_from_the_first_call(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [row.text for row in TABLE]
    alone = [detect(text) for text in texts]
    monkeypatch.setattr(bot.words.profiles, "_loaded", None)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda _: [detect(text) for text in texts], range(4)))
    assert together == [alone] * 4
