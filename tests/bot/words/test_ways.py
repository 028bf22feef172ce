from __future__ import annotations

import pytest

from bot.words.ways import asks_hours, only_reaches, tells_hours, told_of, ways, without
from knowledge.contacts import Contact
from tests.bot.made_up import CONSULATE


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("le téléphone de l'AMF ?", {"phone"}),
        ("son adresse mail svp", {"email"}),
        ("X 대표전화요", {"phone"}),
        ("X 직통 있나요", {"phone"}),
        ("which door number is X?", {"address"}),
        ("l'adresse et le mail ?", {"address", "email"}),
        ("대사관 팩스번호도 있나요?", {"fax"}),
        ("시장님 휴대폰 번호 알려주세요", {"mobile"}),
        ("홈페이지 주소 알려줘", {"site"}),
        ("연락처 부탁드립니다", {"any"}),
        ("comment joindre la mairie ?", {"any"}),
        ("une adresse mail pour joindre la mairie ?", {"email"}),
        ("연락할 이메일 있나요", {"email"}),
        ("the address, or any other contact", {"address", "any"}),
        ("an email or at least a phone number", {"email", "phone"}),
        ("who do I call for it?", {"any"}),
        ("Qui appeler à la mairie ?", {"any"}),
        ("시청 누구한테 전화해야 해요", {"any"}),
        ("who do I call, what number?", {"phone"}),
        ("which number do I call?", {"phone"}),
        ("qui nomme le préfet ?", set()),
        ("comment s'appelle le préfet ?", set()),
        ("루아시 우편번호", set()),
        ("주소가 어디예요", {"address"}),
        ("본부는 어디에 있나요", {"where"}),
        ("quelle adresse ? pas besoin du tél", {"address"}),
        ("전화 말고 이메일", {"email"}),
        ("not the phone", {"phone"}),
        ("the mayor's own e-mail", {"personal"}),
        ("군수님 생년월일", {"personal"}),
        ("les adresses et les adresses mail des deux", {"address", "email"}),
        ("numéro de portable", {"mobile"}),
        ("행안부 몇 번으로 걸면 되나요", {"phone"}),
        ("the ministry's opposite number, its street?", {"where"}),
        ("address, street and number", {"address"}),
        ("tel de la CADA ? j'ai déjà le site et l'adresse", {"phone"}),
        ("홈페이지랑 주소는 있는데 전화번호요", {"site", "phone"}),
        ("주소는 있는데 전화번호요", {"phone"}),
        ("ils ne répondent pas aux mails : un téléphone ?", {"phone"}),
        ("j'ai l'adresse de la CADA mais pas leur téléphone", {"phone"}),
        ("we've got the address, what is their e-mail", {"email"}),
        ("I already have the website", {"site"}),
        ("", set()),
    ],
)
def test_the_longest_wording_tells_which_way_is_spoken_of(text: str, asked: set[str]) -> None:
    assert ways(text) == asked


@pytest.mark.parametrize(
    ("purpose", "told"),
    [
        ("Visas ; standard : voir le site.", {"phone", "site"}),
        ("Ni adresse ni téléphone ne sont donnés ici : voir son site.", {"site"}),
        ("No address or phone is held here.", set()),
        ("주소, 전화번호, 누리집은 확인되지 않았습니다.", set()),
        ("Siège à Lyon.", {"address"}),
        ("Office in Gangnam, Seoul.", {"address"}),
        ("Agence d'export ; un bureau à Séoul.", set()),  # of several
        ("Visas.", set()),
    ],
)
def test_a_purpose_tells_of_the_ways_that_it_does_not_say_are_not_held(purpose: str, told: set[str]) -> None:
    contact = Contact.model_validate({**CONSULATE, "purpose": dict.fromkeys(("fr", "ko", "en"), purpose)})
    assert told_of(contact) == told


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("coordonnees X", True),
        ("coordonnées de la mairie de X", True),
        ("coordonnées de la mairie de X en Corée", True),
        ("contact for the town hall of X?", True),
        ("X 연락처", True),
        ("how do I reach X?", True),
        ("contact de X pour le budget", False),
        ("coordonnées de la taxe X", False),
        ("le téléphone de X", False),
        ("X", False),
        ("", False),
    ],
)
def test_a_name_with_a_word_for_reaching_asks_no_more(text: str, only: bool) -> None:
    assert only_reaches(text) == only


@pytest.mark.parametrize(
    ("text", "rest"),
    [("leur adresse postale ?", "leur"), ("le code postal ?", "le code postal"), ("", "")],
)
def test_ways_are_left_out_of_a_text(text: str, rest: str) -> None:
    assert without(text).rstrip(" ?") == rest


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("horaires de l'ambassade", True),
        ("until what time do they pick up?", True),
        ("한국문화원 운영시간", True),
        ("le téléphone de l'ambassade", False),
    ],
)
def test_hours_are_asked_for_in_words_of_their_own(text: str, asks: bool) -> None:
    assert asks_hours(text) == asks


@pytest.mark.parametrize(
    ("purpose", "tells"),
    [
        ("Answers 9:00 to 22:00.", True),
        ("24 h sur 24.", True),
        ("평일 9시부터.", True),
        ("Founded in 1986; 24 members.", False),
        ("Trois bureaux.", False),
    ],
)
def test_a_purpose_tells_the_hours_where_it_says_one(purpose: str, tells: bool) -> None:
    contact = Contact.model_validate(CONSULATE | {"purpose": dict.fromkeys(("fr", "ko", "en"), purpose)})
    assert tells_hours(contact) == tells
