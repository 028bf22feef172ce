from __future__ import annotations

import pytest

from bot.words.courtesy import asked, recognise, without_greeting


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bonjour !", "greeting"),
        ("BONSOIR", "greeting"),
        ("안녕하세요~", "greeting"),
        ("hello there", "greeting"),
        ("merci beaucoup", "thanks"),
        ("merci bcp", "thanks"),
        ("ok noté, merci", "thanks"),
        ("ㄱㅅ", "thanks"),
        ("ok thx", "thanks"),
        ("mercie beaucoup", "thanks"),
        ("감사합니다!!", "thanks"),
        ("Bonjour, merci beaucoup !", "thanks"),
        ("au revoir", "farewell"),
        ("es-tu un robot ?", "identity"),
        ("로봇이에요?", "identity"),
        ("What can you do?", "identity"),
        ("comment ça va", "wellbeing"),
    ],
)
def test_courtesy_is_recognised_by_kind(text: str, kind: str) -> None:
    assert recognise(text) == kind


@pytest.mark.parametrize(
    "text", ["Bonjour, qui nomme le préfet ?", "merci de me dire qui dirige un gun", "préfet", "", "hi gun"]
)
def test_a_question_is_no_courtesy_even_behind_a_greeting(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Bonjour, c'est quoi un gun ?", "c'est quoi un gun ?"),
        ("안녕하세요! 군이 뭐예요?", "군이 뭐예요?"),
        ("Hello what is a gun", "what is a gun"),
        ("Qui nomme le préfet ?", "Qui nomme le préfet ?"),
        ("Bonjour", "Bonjour"),
    ],
)
def test_what_is_asked_behind_a_greeting_remains(text: str, rest: str) -> None:
    assert without_greeting(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Bonjour, pourriez-vous m'indiquer qui nomme les préfets ? Merci d'avance.", "qui nomme les préfets ?"),
        ("Hello, could you tell me what a gun is please", "what a gun is"),
        ("혹시 군이 뭐예요? 감사합니다.", "군이 뭐예요?"),
        ("Qui nomme le préfet ?", "Qui nomme le préfet ?"),
        ("savez-vous", "savez-vous"),
        ("Quick question: do you know what a gun is?", "what a gun is?"),
        ("c'est quoi un gun ? Merci d'avance, cordialement", "c'est quoi un gun ?"),
        ("une question prioritaire de constitutionnalité ?", "une question prioritaire de constitutionnalité ?"),
        ("la mercière svp", "la mercière"),
        ("Je veux bien son site web s'il vous plaît", "son site web"),
        ("", ""),
    ],
)
def test_what_is_asked_between_polite_words_remains(text: str, rest: str) -> None:
    assert asked(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Ah oui. Et ça fait combien ?", "Et ça fait combien ?"),
        ("got it, and the site?", "and the site?"),
        ("아 그렇군요. 인구는요?", "인구는요?"),
        ("Bonjour où est Lyon ?", "où est Lyon ?"),
        ("top 5 des villes", "top 5 des villes"),
        ("cheers in Korean?", "cheers in Korean?"),
        ("merci", "merci"),
    ],
)
def test_thanks_are_set_off_by_a_sign_and_greetings_need_none(text: str, rest: str) -> None:
    assert without_greeting(text) == rest


@pytest.mark.parametrize("text", ["got it", "d'accord", "그렇군요", "ok"])
def test_that_one_has_understood_is_thanks(text: str) -> None:
    assert recognise(text) == "thanks"
