from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import Decision
from bot.answering import answer, recall
from bot.followups import country as followup_country
from bot.sheets.writing import dated
from bot.subject import Subject, parse
from bot.words.masking import says_more_than_names
from bot.words.question import understand
from index.snapshot import Snapshot
from knowledge.text import LANGUAGES

TODAY = date(2026, 11, 24)


def ask(message: str, snapshot: Snapshot, *history: str, **options: object):  # type: ignore[no-untyped-def]
    turns = recall(history, snapshot, TODAY)
    return answer(message, snapshot, history=turns, today=TODAY, **options).answer  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "card", "language"),
    [
        ("Qui est-ce qui désigne les préfets ?", "fr-prefet", "fr"),
        ("프랑스 프레페는 누가 임명해요?", "fr-prefet", "ko"),
        ("who appoints the French prefects", "fr-prefet", "en"),
        ("C'est quoi un 군 ?", "kr-gun", "fr"),
        ("군은 뭐 하는 곳인가요", "kr-gun", "ko"),
        ("Bonjour, que fait un maire en France ?", "fr-maire", "fr"),
    ],
)
def test_a_question_gets_its_card_in_its_own_language(small: Snapshot, question: str, card: str, language: str) -> None:
    found = ask(question, small)
    assert (found.status, found.cards[:1], found.language) == ("answered", (card,), language)
    assert found.answer == small.library.cards[card].answer[found.language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrasing_met_again_is_certain_whatever_its_case_accents_and_spaces(small: Snapshot, language) -> None:  # type: ignore[no-untyped-def]
    for card in small.library.cards.values():
        for question in card.questions[language][:3]:
            found = ask(f"  {question.upper()} !", small)
            assert (found.cards[0], found.confidence) == (card.id, 1.0)


def test_the_text_shows_source_date_and_what_is_related(small: Snapshot) -> None:
    found = ask("Que fait un maire en France, au juste ?", small)
    card = small.library.cards["fr-maire"]
    assert found.cards == ("fr-maire",)
    assert card.answer.fr in found.text
    assert all(source.url in found.text for source in card.sources)
    assert f"Vérifié le {dated(card.checked.isoformat(), 'fr')}." in found.text
    assert small.library.cards["kr-mayor"].questions.fr[0] in found.text


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        ("Combien coûte un kilo de tomates au marché ?", "fr", "Je ne sais pas"),
        ("오늘 저녁에 영화 볼까요?", "ko", "자료가 없습니다"),
        ("Who won the football match last night?", "en", "I don't know"),
    ],
)
def test_what_no_card_answers_is_unknown_with_the_nearest_questions(
    small: Snapshot, question: str, language: str, said: str
) -> None:
    found = ask(question, small)
    assert (found.status, found.language) == ("unknown", language)
    assert said in found.answer
    assert 2 <= len(found.choices) <= 3
    assert found.cards
    assert all(choice in found.text for choice in found.choices)


@pytest.mark.parametrize(
    "question",
    [
        "Qui nomme les préfets au Japon ?",
        "일본의 도지사는 누가 뽑나요?",
        "Who appoints prefects in Italy?",
        "Le maire allemand est-il élu ?",
    ],
)
def test_another_country_named_is_refused_with_that_reason(small: Snapshot, question: str) -> None:
    found = ask(question, small)
    assert (found.status, found.reason) == ("unknown", "country")


REASON = "Notre stagiaire a perdu son parapluie dans le train et le repas de vendredi est annulé"


def test_a_message_that_says_why_it_asks_is_answered_by_the_sentence_that_asks(small: Snapshot) -> None:
    assert ask(f"{REASON}.", small).status == "unknown"
    found = ask(f"{REASON}. Qui désigne les préfets ?", small)
    assert (found.status, found.cards[0], found.language) == ("answered", "fr-prefet", "fr")


def test_another_country_named_in_one_sentence_counts_for_the_whole_message(small: Snapshot) -> None:
    assert ask("Nous préparons un voyage au Japon. Qui désigne les préfets ?", small).reason == "country"


def test_a_card_of_the_other_country_is_ruled_out_by_the_country_named(small: Snapshot) -> None:
    assert "fr-maire" not in ask("Comment le maire est-il élu en Corée ?", small).cards[:1]


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Bonjour", "Bonjour"),
        ("merci beaucoup !!", "Je vous en prie"),
        ("안녕하세요", "안녕하세요"),
        ("are you a bot?", "a bot"),
    ],
)
def test_courtesy_gets_one_friendly_line(small: Snapshot, message: str, kind: str) -> None:
    found = ask(message, small)
    assert found.status == "courtesy"
    assert kind in found.answer
    assert "\n" not in found.text


@pytest.mark.parametrize(
    "message", ["¿Qué es un prefecto en Francia?", "フランスの県知事とは何ですか", "Was ist ein Präfekt?"]
)
def test_a_language_not_spoken_gets_one_line_in_the_three(small: Snapshot, message: str) -> None:
    found = ask(message, small)
    assert found.status == "unsupported_language"
    assert all(word in found.answer for word in ("français", "한국어", "English"))


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("🙂🙂", "empty"),
        ("?!…", "empty"),
        ("\x00\x01", "empty"),
        ("\ud800", "empty"),
        ("\u202e", "empty"),
        ("12 " * 40_000, "too_long"),
    ],
)
def test_what_cannot_be_read_is_one_polite_line(small: Snapshot, message: str, reason: str) -> None:
    found = ask(message, small, user_language="ko")
    assert (found.status, found.reason, found.language) == ("unknown", reason, "ko")
    assert found.answer


def test_decomposed_hangul_and_control_characters_are_read_through(small: Snapshot) -> None:
    import unicodedata

    question = unicodedata.normalize("NFD", "군이 무엇인가요?")
    assert ask(f"\x07{question}\u200b", small).cards[:1] == ("kr-gun",)


@pytest.mark.parametrize(
    ("before", "question", "card"),
    [
        ("Que fait un maire en France ?", "Et en Corée ?", "kr-mayor"),
        ("한국 시장의 임기는 몇 년이에요?", "프랑스는요?", "fr-maire"),
        ("What does a mayor do in France?", "And in Korea?", "kr-mayor"),
    ],
)
def test_a_follow_up_goes_to_the_counterpart(small: Snapshot, before: str, question: str, card: str) -> None:
    found = ask(question, small, before)
    assert (found.status, found.cards[:1]) == ("answered", (card,))


@pytest.mark.parametrize(
    "question",
    ["Qui a gagné le match hier ?", "How do I renew my passport?", "오늘 날씨 어때요?", "Il fait beau, non ?"],
)
@pytest.mark.parametrize("before", ["Qu'est-ce qu'un préfet ?", "What is a gun in Korea?"])
def test_what_has_nothing_to_do_with_the_question_before_is_not_answered_from_it(
    small: Snapshot, before: str, question: str
) -> None:
    assert ask(question, small, before).status == "unknown"


@pytest.mark.parametrize(
    ("before", "question", "card"),
    [
        ("Qu'est-ce qu'un préfet ?", "Et qui le nomme ?", "fr-prefet"),
        ("군은 어떤 지방자치단체인가요?", "그럼 전국에 몇 개 있어요?", "kr-gun"),
        ("What is a gun in Korea?", "And who runs it?", "kr-gun"),
        ("Qu'est-ce qu'un préfet ?", "et il est nommé par qui ?", "fr-prefet"),
    ],
)
def test_a_question_worded_as_a_follow_up_goes_on_from_the_card(
    small: Snapshot, before: str, question: str, card: str
) -> None:
    assert ask(question, small, before).cards[:1] == (card,)


@pytest.mark.parametrize(
    ("before", "question", "card"),
    [
        ("Que fait un maire en France ?", "non pardon, je voulais dire en Corée", "kr-mayor"),
        ("군은 어떤 지방자치단체인가요?", "전국에 몇 개 있어요?", "kr-gun"),
        ("Qu'est-ce qu'un préfet ?", "nommé par qui ?", "fr-prefet"),
    ],
)
def test_a_short_question_goes_on_from_the_card_though_nothing_in_it_says_so(
    small: Snapshot, before: str, question: str, card: str
) -> None:
    assert ask(question, small, before).cards[:1] == (card,)


def test_a_turn_that_got_nothing_and_says_little_is_passed_over(small: Snapshot) -> None:
    asked = "Que fait un maire en France ?"
    assert ask("Et en Corée ?", small, asked, "et le zèbre ?").cards[:1] == ("kr-mayor",)
    # a whole question that got nothing is what the next one goes on from
    unknown = "Quelle est la recette de la tarte aux pommes de ma grand-mère ?"
    assert ask("Et en Corée ?", small, asked, unknown).cards[:1] != ("kr-mayor",)


def test_what_is_asked_after_leaving_the_subject_is_not_a_follow_up(small: Snapshot) -> None:
    asked = "Que fait un maire en France ?"
    assert ask("et en Corée ?", small, asked).status == "answered"
    assert ask("autre question : et en Corée ?", small, asked).status == "unknown"


@pytest.mark.parametrize(
    ("before", "question", "left"),
    [
        ("Que fait un maire en France ?", "combien de temps est-il élu ?", True),
        ("한국 시장의 임기는 몇 년이에요?", "combien de temps est-il élu ?", False),
        ("Que fait un maire en France ?", "combien de temps est-il élu en Corée ?", False),
    ],
)
def test_what_a_question_gets_of_the_other_country_is_not_what_the_conversation_is_about(
    small: Snapshot, before: str, question: str, left: bool
) -> None:
    (turn,) = recall([before], small, TODAY)
    found = Decision("answered", (Subject("card", ("kr-mayor",)),), 0.95)
    asked = understand(question, small)
    home = followup_country.left(found, asked, turn, small)
    assert followup_country.is_told(home, turn, small) is left


def test_the_language_asked_for_wins_over_that_of_the_question(small: Snapshot) -> None:
    found = ask("Qui nomme les préfets ?", small, language="ko")
    assert found.answer == small.library.cards["fr-prefet"].answer.ko


@pytest.mark.parametrize(
    ("text", "more"), [("X", False), ("X ?", False), ("X tel", True), ("X, 2", False), ("", False)]
)
def test_a_text_may_say_no_more_than_names(text: str, *, more: bool) -> None:
    assert says_more_than_names(text) is more


def test_what_was_answered_is_told_again_in_a_language_asked_for(small: Snapshot) -> None:
    card = small.library.cards["fr-prefet"]
    found = ask("한국어로 다시 부탁해요", small, "Qui nomme les préfets ?")
    assert (found.cards, found.language, found.answer) == (("fr-prefet",), "ko", card.answer.ko)
    assert ask("Qui nomme les préfets ? Réponds en anglais.", small).answer == card.answer.en
    assert ask("en coréen svp", small).status == "unknown"  # nothing was answered before


def test_a_subject_is_read_back_from_its_key() -> None:
    for subject in (
        Subject("card", ("fr-prefet",)),
        Subject("place", ("kr-11",), "phone"),
        Subject("table", (), "table-x"),
        Subject("table", ("kr-11",), "table-largest-overall/departement:commune/fr"),
    ):
        assert parse(subject.key()) == subject
    assert parse("nonsense") is None


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_message_gets_an_answer_in_a_language_spoken(small: Snapshot, message: str) -> None:
    found = ask(message, small)
    assert found.language in LANGUAGES
    assert found.answer
    assert 0 <= found.confidence <= 1


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Do Korean cities have their own police like in the US?", {"KR"}),
        ("Le maire est-il élu comme en Allemagne ?", set()),
        ("시장을 미국처럼 직접 뽑나요?", set()),
        ("Who runs the police in the US?", {"US"}),
        ("A mayor as in France", {"FR"}),
    ],
)
def test_a_country_named_for_a_likeness_is_not_asked_about(small: Snapshot, text: str, countries: set[str]) -> None:
    assert understand(text, small).countries == countries
