"""Finding the places that texts name."""

from __future__ import annotations

import random
import re
import unicodedata
from cProfile import Profile
from itertools import pairwise
from pathlib import Path
from pstats import Stats

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import StoreError
from index.names.choice import NameChoice
from index.names.finder import NameFinder
from index.names.mention import Mention
from knowledge.places import KOREAN_FIRST_LEVEL, KOREAN_SECOND_LEVEL, Gazetteer
from knowledge.text import LANGUAGES, Language

ROOT = Path(__file__).parents[3]
ORDINARY = ROOT / "tests" / "questions" / "ordinary_sentences.txt"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.read(ROOT / "knowledge" / "data" / "places")


@pytest.fixture(scope="module")
def finder(shipped_names: NameFinder) -> NameFinder:
    return shipped_names


def ids(mentions: tuple[Mention, ...]) -> list[str]:
    return [mention.places[0] for mention in mentions]


def missed(
    finder: NameFinder, gazetteer: Gazetteer, kinds: tuple[str, ...], language: Language, frame: str
) -> list[str]:
    """Return the questions of a frame in which places of the kinds are not among those found."""
    found = []
    for kind in kinds:
        for place in gazetteer.of_kind(kind):
            question = frame.format(place.names[language])
            if not any(place.id in (*m.places, *m.others) for m in finder.find(question, language)):
                found.append(question)
    return found


@pytest.mark.parametrize(
    ("language", "frame"),
    [
        ("ko", "{}"),
        ("ko", "{} 인구는?"),
        ("ko", "{}는 어디에 있나요?"),
        ("ko", "{}의 시장은 누구인가요"),
        ("en", "Where is {}?"),
        ("en", "population of {}"),
        ("fr", "Où se trouve {} ?"),
    ],
)
def test_all_governments_of_korea_are_found(
    finder: NameFinder, gazetteer: Gazetteer, language: Language, frame: str
) -> None:
    assert missed(finder, gazetteer, (*KOREAN_FIRST_LEVEL, *KOREAN_SECOND_LEVEL), language, frame) == []


@pytest.mark.parametrize("frame", ["{}", "{} 주민센터"])
def test_all_districts_and_towns_of_korea_are_found(finder: NameFinder, gazetteer: Gazetteer, frame: str) -> None:
    kinds = ("kr-admin-gu", "kr-admin-city", "kr-eup", "kr-myeon", "kr-dong")
    assert missed(finder, gazetteer, kinds, "ko", frame) == []


@pytest.mark.parametrize("frame", ["{}", "population de {}", "Où se trouve {} ?"])
def test_regions_departements_and_groupings_are_found(finder: NameFinder, gazetteer: Gazetteer, frame: str) -> None:
    kinds = ("region", "departement", "special-collectivity", "metropole", "epci-cu", "ept", "district-municipal")
    # Overseas and in Paris the région or the city stands for the département that bears its name.
    same = {frame.format(gazetteer[f"fr-dep-{code}"].names.fr) for code in ("75", "971", "972", "973", "974", "976")}
    assert set(missed(finder, gazetteer, kinds, "fr", frame)) <= same


@pytest.mark.parametrize("frame", ["{}", "Où se trouve {} ?", "la mairie de {}", "Quelle est la population de {} ?"])
def test_two_thousand_communes_are_found(finder: NameFinder, gazetteer: Gazetteer, frame: str) -> None:
    communes = random.Random(7).sample(gazetteer.of_kind("commune"), 2000)
    questions = {frame.format(commune.names.fr): commune.id for commune in communes}
    lost = [q for q, id_ in questions.items() if not any(id_ in (*m.places, *m.others) for m in finder.find(q, "fr"))]
    assert lost == []


def said(frame: str, name: str) -> str:
    """Return a frame with a name in it; of `은/는` and `이/가` the particle that follows its last sound."""
    final = "가" <= name[-1] <= "힣" and (ord(name[-1]) - ord("가")) % 28 > 0
    return re.sub("(은|이)/(는|가)", r"\1" if final else r"\2", frame).format(name)


@pytest.mark.parametrize(
    "frame",
    [
        "{} 인구",
        "{}은/는 인구가 얼마예요?",
        "{}에 사람이 얼마나 살아요?",
        "{}은/는 어디에 있나요?",
        "{}은/는 어느 도에 있나요?",
        "{}이/가 시인가요 군인가요?",
        "{}은/는 읍이 몇 개인가요",
        "{}의 시장은 누가 뽑나요?",
        "{} 홈페이지 알려줘",
        "{}만큼 큰 프랑스 도시는?",
        "{}이/가 제일 큰 도시예요?",
    ],
)
def test_cities_and_counties_of_korea_are_found_without_what_says_their_kind(
    finder: NameFinder, gazetteer: Gazetteer, frame: str
) -> None:
    lost = []
    for place in (*gazetteer.of_kind("kr-si"), *gazetteer.of_kind("kr-gun")):
        name = place.names.ko[:-1] if len(place.names.ko) > 2 else place.names.ko
        if not any(place.id in (*m.places, *m.others) for m in finder.find(said(frame, name), "ko")):
            lost.append(name)
    assert lost == []


@pytest.mark.parametrize(
    ("language", "frame", "small", "most"),
    [
        ("ko", "{}은/는 인구가 얼마예요?", False, 0.05),
        ("ko", "{}에 사람이 얼마나 살아요?", False, 0.05),
        ("ko", "{}은/는 어디에 있나요?", False, 0.05),
        ("ko", "{}이/가 도시인가요?", False, 0.05),
        ("fr", "{} a combien d'habitants ?", False, 0.05),
        ("fr", "{} a combien d'habitants ?", True, 0.12),
        ("fr", "{}, c'est grand ?", True, 0.08),
        ("fr", "est-ce que {} est jumelée ?", True, 0.12),
        ("en", "who runs {}?", True, 0.05),
        ("en", "is {} bigger than Lyon?", True, 0.08),
        ("en", "phone number for {} town hall", True, 0.05),
    ],
)
def test_hardly_any_commune_is_lost_among_the_words(
    finder: NameFinder, gazetteer: Gazetteer, language: Language, frame: str, small: bool, most: float
) -> None:
    """Words of the language may be (Le Port, 세리), and a few short names: `most` is the share of 500 communes."""
    large = [place for place in gazetteer.of_kind("commune") if (place.population or 0) >= 2000]
    communes = random.Random(3).sample(large, 500)
    lost = []
    for commune in communes:
        question = said(frame, commune.names[language])
        found = finder.find(question.lower() if small else question, language)
        if not any(commune.id in (*m.places, *m.others) for m in found):
            lost.append(commune.names[language])
    assert len(lost) <= most * len(communes), lost


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # accents, hyphens, St and Saint, articles
        ("fr", "ile-de-france", ["fr-reg-11"]),
        ("fr", "Île de France", ["fr-reg-11"]),
        ("fr", "st etienne habitants", ["fr-com-42218"]),
        ("fr", "l'hay les roses", ["fr-com-94038"]),
        ("fr", "qui est le maire du Mans", ["fr-com-72181"]),
        ("fr", "préfecture de la Réunion", ["fr-reg-04"]),
        ("fr", "la ville d'Aix", ["fr-com-13001"]),
        ("fr", "Paris 15e", ["fr-com-75115"]),
        ("fr", "mairie du quinzieme arrondissement de Paris", ["fr-com-75115"]),
        ("en", "the seventh arrondissement of Paris", ["fr-com-75107"]),
        # without what tells one from others, where no other is called so or only far smaller ones
        ("fr", "la Baule, combien d'habitants ?", ["fr-com-44055"]),
        ("fr", "le maire de Fos", ["fr-com-13039"]),
        ("fr", "mairie de Saint-Germain", ["fr-com-78551"]),
        ("fr", "quelle interco pour Oléron ?", ["fr-landmark-ile-d-oleron"]),
        ("fr", "Camaret dans le Finistère", ["fr-com-29022"]),
        ("fr", "Où se trouve Brain ?", ["fr-com-21100"]),
        ("fr", "région paca", ["fr-reg-93"]),
        # what groupings are called for short counts in capitals
        ("fr", "combien de communes dans la MEL ?", ["fr-epci-200093201"]),
        ("fr", "votre mel est trop long", []),
        # romanisation, new and old, with and without what says the kind
        ("fr", "tel hotel de ville de Taejon", ["kr-30"]),
        ("fr", "Où se trouve Hwagae-myŏn ?", ["kr-4885031000"]),
        ("fr", "Où se trouve T’ongjin-ŭp ?", ["kr-4157025000"]),
        ("en", "population of Hwagae myon", ["kr-4885031000"]),
        ("fr", "Sur sa carte : « Hadong-gun, Hwagae-myŏn »", ["kr-4885031000"]),
        ("en", "a Start-up in Lyon", ["fr-com-69123"]),
        ("fr", "Pusan, Taegu et Inch'ŏn", ["kr-26", "kr-27", "kr-28"]),
        ("en", "Jongro gu, how many dong?", ["kr-11110"]),
        # what is asked, written to a name
        ("ko", "강릉시인구", ["kr-51150"]),
        ("ko", "경북도청주소랑대표번호", ["kr-47"]),
        ("ko", "경기도인구는", ["kr-41"]),
        ("ko", "나주시위치가 어디", ["kr-12170"]),
        # a grouping named in small letters but for its town
        ("fr", "le site de la communauté urbaine de Dunkerque", ["fr-epci-245900428"]),
        ("en", "Kyŏnggi and Cheju", ["kr-41", "kr-50"]),
        ("en", "Jeollanamdo population", ["kr-46"]),
        ("en", "P'ohang and Kangnung", ["kr-47110", "kr-51150"]),
        ("fr", "comté de Yangpyeong", ["kr-41830"]),
        # particles and words of the administration stuck to a name
        ("ko", "수원시는 어디에 있나요?", ["kr-41110"]),
        ("ko", "수원만한 도시가 프랑스에도 있나", ["kr-41110"]),
        ("ko", "파리에서 자매도시", ["fr-com-75056"]),
        ("ko", "투르시장", ["fr-com-37261"]),
        ("ko", "중구청 전화번호", ["kr-30140"]),
        ("ko", "엑상 프로방스는 어느 데파르트망?", ["fr-com-13001"]),
        # typing faults
        ("fr", "strasbour population", ["fr-com-67482"]),
        ("fr", "Marseile et Grenobel", ["fr-com-13055", "fr-com-38185"]),
        ("fr", "population de toulose", ["fr-com-31555"]),
        ("ko", "스트라스브르 시청", ["fr-com-67482"]),
        ("ko", "수윈시 인구", ["kr-41110"]),
        ("ko", "쌩테티엔느 시청 우편주소", ["fr-com-42218"]),
        ("ko", "증평군엔 읍이랑 면이 뭐뭐 있나요", ["kr-43745"]),
        ("fr", "Vassy dans le 14, ils ont fusionné avec qui", ["fr-com-14726-1"]),
        ("fr", "castagniers 06", ["fr-com-06034"]),
        ("en", "grand paris seine ouest. how many towns are in it", ["fr-epci-200057974"]),
        ("fr", "rendez-vous sur place dans le 33", []),
        ("ko", "빠리 시청", ["fr-com-75056"]),
        # one place inside another, or told by the number of its département
        ("ko", "경남 고성 인구", ["kr-48820"]),
        ("ko", "경기도 수원시 영통구", ["kr-41117"]),
        ("ko", "홍천군 서면", ["kr-5172037000"]),
        ("en", "Jung-gu, Busan", ["kr-26110"]),
        ("fr", "Saint-Denis (Réunion)", ["fr-com-97411"]),
        ("fr", "Saint-Denis 93", ["fr-com-93066"]),
        ("fr", "la mairie de Saint-Denis dans le 93", ["fr-com-93066"]),
        ("en", "Is Goseong in Gangwon?", ["kr-51820", "kr-51"]),
        # what is named only to set it aside narrows nothing
        ("en", "jung-gu website - the one in Daejeon not Seoul", ["kr-30140", "kr-30", "kr-11"]),
        ("en", "is it Jeonbuk State and not Jeollabuk-do?", ["kr-52", "kr-45"]),
        ("ko", "경남 고성 말고 강원 고성", ["kr-48820", "kr-51820"]),
        ("fr", "Tours est jumelée, non ? Blois aussi ?", ["fr-com-37261", "fr-com-41018"]),
        # the kind that the words around tell
        ("fr", "le département de la Mayenne", ["fr-dep-53"]),
        ("fr", "la ville de Mayenne", ["fr-com-53147"]),
        ("fr", "Die dans la Drôme, combien d'habitants ?", ["fr-com-26113", "fr-dep-26"]),
        ("fr", "Vienne en Isère", ["fr-com-38544"]),
        # the kind told, or set aside, away from the name
        ("en", "Vienne - the town near Lyon, not the department. Population?", ["fr-com-38544", "fr-com-69123"]),
        ("fr", "Vienne, la ville, population ?", ["fr-com-38544"]),
        ("en", "Mayenne, not the department", ["fr-com-53147"]),
        ("fr", "Mayenne, la ville la plus peuplée ?", ["fr-dep-53"]),
        ("ko", "비엔 데파르트망 말고 도시요", ["fr-com-38544"]),
        # names of before, and well-known places
        ("ko", "전라남도는?", ["kr-46"]),
        ("ko", "인천 서구", ["kr-28260"]),
        ("en", "Incheon Seo-gu website?", ["kr-28260"]),
        ("fr", "téléphone de Busan Haeundae-gu", ["kr-26350"]),
        ("en", "Busan, Tours and Daegu", ["kr-26", "fr-com-37261", "kr-27"]),
        ("fr", "Alsace, Aquitaine", ["fr-col-6AE", "fr-reg-72"]),
        ("en", "Pangyo", ["kr-landmark-063"]),
        ("en", "Cheongwon county", ["kr-43710"]),
        ("fr", "Olonne-sur-Mer", ["fr-com-85166"]),
        ("fr", "La Défense, c'est quelle commune ?", ["fr-landmark-la-defense"]),
        ("fr", "La Défense dépend de quelle commune ?", ["fr-landmark-la-defense"]),
        # an article left out, a sign for a word
        ("en", "Mont-Saint-Michel population", ["fr-com-50353"]),
        ("fr", "Paris Est Marne & Bois", ["fr-epci-200057941"]),
        ("fr", "Le KAIST est dans quelle ville ?", ["kr-landmark-116"]),
        ("en", "We land at CDG. Which commune is it in?", ["fr-landmark-roissy-cdg"]),
        ("fr", "Roissy, c'est dans quelle commune ?", ["fr-landmark-roissy-cdg"]),
        ("ko", "송도", ["kr-landmark-052"]),
        # a grouping asked for by the name of its city, or a landmark that one is named after
        ("ko", "마르세이유 메트로폴 코뮌 수", ["fr-epci-200054807"]),
        ("fr", "la métropole de Marseille", ["fr-epci-200054807"]),
        ("ko", "브르타뉴 메트로폴 목록", ["fr-reg-53"]),
        ("en", "the Pont du Gard stands in which commune", ["fr-landmark-pont-du-gard"]),
        # joined by what is stuck to it, or said to lie in what is named before it
        ("ko", "클뤼즈랑 안시", ["fr-com-74081", "fr-com-74010"]),
        ("ko", "레위니옹의 생피에르 시청", ["fr-com-97416"]),
        # a saint's name is a name in small letters too, and so is a large city's where there are no capitals
        ("fr", "le mont saint michel", ["fr-com-50353"]),
        ("fr", "ville coreenne de la meme taille que bordeaux ?", ["fr-com-33063"]),
        ("en", "Boulogne sur mer, population?", ["fr-com-62160"]),
        # no name, though a commune bears it
        ("fr", "préfecture de région hauts de france ville + tel", ["fr-reg-32"]),
    ],
)
def test_a_name_is_found_as_people_write_it(
    finder: NameFinder, language: Language, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("고성", {"kr-51820", "kr-48820"}),
        ("광주", {"kr-12", "kr-41610"}),
        ("중구", {"kr-11140", "kr-26110", "kr-27110", "kr-30140", "kr-31110"}),
    ],
)
def test_a_name_of_several_places_has_all_of_them(finder: NameFinder, text: str, places: set[str]) -> None:
    (mention,) = finder.find(text, "ko")
    assert set(mention.places) == places


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "le COEX, c'est dans quel gu ?", "kr-landmark-028"),
        ("fr", "Coëx, combien d'habitants ?", "fr-com-85070"),
        ("fr", "Lascaux", "fr-landmark-lascaux"),  # a commune of 228 bears the name too
        ("fr", "Liancourt", "fr-com-60360"),
        ("fr", "Sophia Antipolis", "fr-landmark-sophia-antipolis"),  # a grouping bears the name too
        ("ko", "루브르는 어느 구에 있나요?", "fr-landmark-louvre"),  # Louvres is written so by rule
        ("ko", "오송", "kr-landmark-097"),
        ("ko", "마산은 지금 무슨 시예요", "kr-48160"),  # Massanes is written so by rule
        ("ko", "명동", "kr-landmark-006"),
        ("ko", "분당", "kr-41135"),
        ("en", "Sacheon", "kr-48240"),
        ("fr", "Gimhae", "kr-48250"),
    ],
)
def test_of_a_landmark_and_a_government_the_one_that_people_mean_is_taken(
    finder: NameFinder, language: Language, text: str, expected: str
) -> None:
    (mention,) = finder.find(text, language)
    assert mention.places == (expected,)


def test_a_namesake_ten_times_smaller_is_only_offered(finder: NameFinder) -> None:
    (mention,) = finder.find("Bretagne", "fr")
    assert mention.places == ("fr-reg-53",) and "fr-com-36024" in mention.others


@pytest.mark.parametrize(
    ("text", "former", "today"),
    [("에브리라는 도시", "fr-com-91228-1", "fr-com-89162"), ("Montaigu", "fr-com-85146-1", "fr-com-39348")],
)
def test_a_former_commune_counts_as_large_as_what_goes_on_with_its_name(
    finder: NameFinder, text: str, former: str, today: str
) -> None:
    (mention,) = finder.find(text, "ko" if text > "가" else "fr")
    assert mention.places == (former,) and today in mention.others


def test_a_former_commune_less_than_ten_times_larger_leaves_its_name_to_that_of_today(finder: NameFinder) -> None:
    (mention,) = finder.find("mairie de Belleville", "fr")
    assert "fr-com-69019-1" not in mention.places


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "combien de tours de table", []),
        ("fr", "population de tours", ["fr-com-37261"]),
        ("fr", "maire de lens", ["fr-com-62498"]),
        ("fr", "il faut nettoyer la lentille et les lens", []),
        ("fr", "J'habite Albi", ["fr-com-81004"]),
        ("fr", "la mairie d'albi", ["fr-com-81004"]),
        ("fr", "Orange a augmenté ses prix", []),
        ("fr", "mairie d'Orange", ["fr-com-84087"]),
        ("fr", "dans le Nord", ["fr-dep-59"]),
        ("fr", "la Corée du Nord", []),
        ("fr", "une province nord-coréenne", []),
        ("fr", "Gosong, c'est au nord ou au sud du pays ?", []),
        ("ko", "바랭 프레펙튀르 홈페이지", ["fr-dep-67"]),
        ("ko", "구로 바뀌었군요", []),
        ("ko", "구로 인구는?", ["kr-11530"]),
        ("ko", "제일 작은 데파르트망이 로제르라면서요", ["fr-dep-48"]),
        ("ko", "Ouessant 우체국에 소포 보내려는데요", ["fr-com-29155"]),  # a capital within Hangul
        ("fr", "Ouessant paquebot", []),
        ("fr", "Sens : combien d'habitants ?", ["fr-com-89387"]),
        ("fr", "Sens (celui de la cathédrale) : combien d'habitants ?", ["fr-com-89387"]),
        ("fr", "Faa'a, combien d'habitants ?", ["fr-com-98715"]),
        ("fr", "commune de Die", ["fr-com-26113"]),
        ("en", "What is Quimper?", ["fr-com-29232"]),
        ("en", "where is the champs-elysees", ["fr-landmark-champs-elysees"]),
        ("en", "where is the lens", []),
        ("fr", "est ce que fougeres est dans le meme dept que saint malo", ["fr-com-35115", "fr-com-35288"]),
        ("ko", "프랑스와 한국 사이에 제일 먼저 자매결연한 도시는 어디야?", []),
        ("fr", "C'est quoi, Vannes ?", ["fr-com-56260"]),
        ("fr", "des vannes de chauffage", []),
        ("fr", "C'est quoi, le Sens du devoir ?", []),
        ("fr", "Merci Robert, à demain", []),
        ("en", "nice work, thanks", []),
        ("fr", "Tours est plus peuplée que Limoges", ["fr-com-37261", "fr-com-87085"]),
        ("en", "Nice is larger than Toulouse", ["fr-com-06088", "fr-com-31555"]),
        ("fr", "Sens ou Auxerre, laquelle est plus peuplée ?", ["fr-com-89387", "fr-com-89024"]),
        ("fr", "Orange est plus chère que SFR à Lyon", ["fr-com-69123"]),
        ("fr", "Orange, combien d'habitants ?", ["fr-com-84087"]),
        ("fr", "Bien, combien d'habitants ?", []),
        ("fr", "Die est dans quel département ?", ["fr-com-26113"]),
        ("fr", "Le bureau est où ?", []),
        ("fr", "les moulins dans l'Allier", ["fr-dep-03"]),
        ("fr", "la défense nationale est une compétence de l'État", []),
        ("fr", "Le CDG aide les communes pour le recrutement", []),
        ("en", "Where is Nice?", ["fr-com-06088"]),
        ("ko", "예산은 얼마예요?", []),
        ("ko", "예산 인구", ["kr-44810"]),
        ("ko", "경기가 끝났어요", []),
        ("ko", "경기 인구", ["kr-41"]),
        ("ko", "낚싯대 릴이 고장 났어요.", []),
        ("ko", "릴 시장", ["fr-com-59350"]),
        ("ko", "프랑스 릴이 어떤 곳인가요", ["fr-com-59350"]),
        ("ko", "메스는 어느 데파르트망 소재지입니까", ["fr-com-57463"]),
        ("ko", "메스를 든 의사", []),
        ("ko", "메스하고 낭시는 같은 데파르트망인가요", ["fr-com-57463", "fr-com-54395"]),
        ("ko", "메스가 속한 데파르트망 이름이 뭐죠", ["fr-com-57463"]),
        ("ko", "한 손에 메스를 들고", []),
        ("fr", "Ligné, y en a combien en France ?", ["fr-com-44082"]),
        ("fr", "Préfets, y en a combien en France ?", []),
        ("en", "largest commune in the creuse", ["fr-dep-23"]),
        ("en", "how many communes are in the lot", ["fr-dep-46"]),
        ("en", "the cost of the lot was high", []),
        ("en", "Ulsan's districts, the whole lot", ["kr-31"]),
        ("en", "largest town in Vienne", ["fr-dep-86"]),
        ("en", "the town hall of Vienne", ["fr-com-38544"]),
        ("fr", "des infos sur fougeres", ["fr-com-35115"]),
        ("fr", "vous avez des fougeres ?", []),
        ("en", "tell me about nice", ["fr-com-06088"]),
        ("fr", "vibraye a combien d'habitants ?", ["fr-com-72373"]),
        ("fr", "est-ce que vibraye est jumelée ?", ["fr-com-72373"]),
        ("fr", "on nous somme de publier, sommant la commune", []),
        ("en", "is vibraye bigger than Le Mans?", ["fr-com-72373", "fr-com-72181"]),
        ("en", "phone number for decize town hall", ["fr-com-58095"]),
        ("fr", "saint-parres-aux-tertres, c'est grand ?", ["fr-com-10357"]),
        ("fr", "notre-dame-de-monts est en vendée", ["fr-com-85164", "fr-dep-85"]),
        ("fr", "Rouen (la métropole) et sa région", ["fr-epci-200023414"]),
        ("fr", "Rouen Normandie compte combien de communes ?", ["fr-epci-200023414"]),
        ("fr", "mairie de monpelier", ["fr-com-34172"]),
        ("ko", "이천만 원", []),
        ("ko", "청주는 어디에 있나요?", ["kr-43110"]),
        ("ko", "이천은 어느 도에 있나요?", ["kr-41500"]),
        ("ko", "진도가 군인가요?", ["kr-12860"]),
        ("ko", "화성에 사람이 얼마나 살아요?", ["kr-41590"]),
        ("ko", "음성은 읍이 몇 개인가요", ["kr-43770"]),
        ("ko", "완주만큼 큰 프랑스 도시는?", ["kr-52710"]),
        ("ko", "완주만 한 프랑스 도시는?", ["kr-52710"]),
        ("ko", "예산은 어디서 확인하나요?", []),
        ("ko", "예산만 한 번 더 확인해 주세요", []),
        ("ko", "음성은 녹음되나요?", []),
        ("ko", "진도가 너무 빨라요", []),
        ("ko", "플뢰멜은 인구가 얼마예요?", ["fr-com-56161"]),
        ("ko", "도빌이 유명하긴 한데 거기 주민은 몇 명이에요", ["fr-com-14220"]),
        ("ko", "위에는 누가 있나요, 시청에서?", []),
        ("ko", "충주 청주 진주 중에 제일 큰 도시", ["kr-43130", "kr-43110", "kr-48170"]),
        ("ko", "서울 예산 규모", ["kr-11"]),
        ("ko", "우리 시에 사는 프랑스인", []),
        ("ko", "한국어 연수 84명은 어느 도 이야기인가요", []),
        ("ko", "EU 시민은 어떤 선거까지 돼요?", []),
        ("ko", "양산 사는데요, 양산이 사람 더 많지요?", ["kr-48330", "kr-48330"]),
        ("en", "st malo thats ille et vilaine no?", ["fr-com-35288", "fr-dep-35"]),
        ("fr", "Lannion Trégor, c'est une agglo ?", ["fr-epci-200065928"]),
        ("en", "rodez town hall address", ["fr-com-12202"]),
        ("en", "Our county passed 35% seniors and wants a French counterpart", []),
    ],
)
def test_a_name_that_is_a_word_needs_a_sign(
    finder: NameFinder, language: Language, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ko", "고성군청 홈페이지, 강원 말고 경남꺼", ["kr-48820", "kr-51", "kr-48"]),
        ("ko", "고성군 홈페이지, 강원도 말고", ["kr-48820", "kr-51"]),
        ("fr", "Goseong, celui qui touche Sokcho", ["kr-51820"]),
        ("fr", "la mairie du Puy (celle de Haute-Loire)", ["fr-com-43157"]),
        ("en", "does pantin belong to Est Ensemble?", ["fr-com-93055", "fr-epci-200057875"]),
        ("en", "they met in Die, France last year", ["fr-com-26113"]),
        ("en", "Fourges got merged I think. Into what?", ["fr-com-27262"]),
        ("fr", "Villefranche dans l'Aveyron", ["fr-com-12300"]),
        ("fr", "Montreuil, 62170", ["fr-com-62588"]),
        ("fr", "Montreuil (62)", ["fr-com-62588"]),
        ("fr", "Aubusson", ["fr-com-23008"]),  # the chief town of an arrondissement
        ("fr", "Le Robert, c'est en Guadeloupe ou en Martinique ?", ["fr-com-97222", "fr-reg-01", "fr-reg-02"]),
        ("fr", "Sées est bien dans l'Orne ?", ["fr-com-61464", "fr-dep-61"]),
        ("fr", "Laguiole est bien dans le Cantal, non ?", ["fr-com-12119", "fr-dep-15"]),  # it is not
        ("fr", "Laurent est en Alsace cette semaine", ["fr-col-6AE"]),
        ("en", "Martin is in Paris today", ["fr-com-75056"]),
        ("fr", "pour la mairie du 15eme à paris, quel site ?", ["fr-com-75115"]),
        ("fr", "Saint-Denis en métropole et celui de La Réunion", ["fr-com-93066", "fr-com-97411"]),
        ("ko", "레위니옹 생드니인지 파리 옆 생드니인지", ["fr-com-97411", "fr-com-93066"]),
        ("fr", "Pierrefitte-sur-Seine ou Saint-Denis ?", ["fr-com-93059", "fr-com-93066"]),
        ("ko", "몽생미셸은 노르망디예요 브르타뉴예요?", ["fr-com-50353", "fr-reg-28", "fr-reg-53"]),
    ],
)
def test_a_name_of_several_places_is_settled_by_what_the_text_says_of_it(
    finder: NameFinder, language: Language, text: str, expected: list[str]
) -> None:
    found = finder.find(text, language)
    assert ids(found) == expected and len(found[0].places) == 1


def test_a_name_that_is_short_for_none_in_the_place_told_stays_as_it_is(finder: NameFinder) -> None:
    assert ids(finder.find("Villefranche dans le Finistère", "fr"))[-1] == "fr-dep-29"
    assert len(finder.find("Saint-Denis, 00000", "fr")[0].places) > 1


def test_a_name_of_several_places_is_settled_by_those_spoken_of_before(finder: NameFinder) -> None:
    assert len(finder.find("What happened to Seo-gu?", "en")[0].places) > 1
    assert ids(finder.find("What happened to Seo-gu?", "en", ("kr-28",))) == ["kr-28260"]
    assert ids(finder.find("Seo-gu in Daegu?", "en", ("kr-28",)))[0] == "kr-27170"


def test_a_name_of_several_places_is_settled_by_a_kind_spoken_of(finder: NameFinder) -> None:
    text = "Gwangju, is it still a metropolitan city?"
    assert len(finder.find(text, "en")[0].places) > 1
    assert ids(finder.find(text, "en", (), ("kr-metropolitan-city",))) == ["kr-29"]
    assert ids(finder.find("Gwangju", "en", (), ("kr-si",))) == ["kr-41610"]
    assert len(finder.find("Gwangju", "en", (), ("departement",))[0].places) > 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("몽생미쉘 주민이 진짜 그렇게 적어요??", ["fr-com-50353"]),
        ("자매도시 싸나리는 어느 데파르트망에 있나요", ["fr-com-83123"]),
        ("쌩떼밀리옹 와인마을 방문 예정", ["fr-com-33394"]),
        ("칸느 시청 전화", ["fr-com-06029"]),
        ("쉬이프라는 코뮌 인구", ["fr-com-51559"]),
        ("코냑이라는 도시가 있나요", ["fr-com-16102"]),
        ("코냑시 인구", ["fr-com-16102"]),
        ("코냑 마시고 왔어요", []),
        ("바카라라는 마을", ["fr-com-54039"]),
        ("바카라를 했어요", []),
        ("재천시 인구 및 영문 표기", ["kr-43150"]),
        ("프랑스 크레슈 담당자에게", []),
        ("알리앙스 프랑세즈 홈페이지", []),
        ("위임 코뮌 시장은 누가 뽑죠", []),
        ("프랑스와 교류하려면", []),
    ],
)
def test_a_french_name_is_found_as_it_is_heard(finder: NameFinder, text: str, expected: list[str]) -> None:
    assert ids(finder.find(text, "ko")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wonjoo population", ["kr-51130"]),
        ("Tchongju et Chungju, la même ville ?", ["kr-43110", "kr-43130"]),
        ("population of Kangneung", ["kr-51150"]),
        ("mairie de Souwon", ["kr-41110"]),
        ("Soonchun", ["kr-12150"]),
        ("the mayor and Mr. Jinsoo Kim", []),
        ("national agencies end in cheong", []),
    ],
)
def test_a_korean_name_is_found_in_whatever_letters_it_is_heard(
    finder: NameFinder, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, "fr")) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Y", ["fr-com-80829"]),
        ("fr", "la commune Y", ["fr-com-80829"]),
        ("fr", "la commune X et la commune Y", []),
        ("fr", "Y a-t-il un maire ?", []),
        ("fr", "Y, c'est bien dans la Somme ?", ["fr-com-80829", "fr-dep-80"]),
        ("fr", "Sées est bien dans l'Orne ?", ["fr-com-61464", "fr-dep-61"]),
        ("fr", "la mairie du Puy (celle de Haute-Loire)", ["fr-com-43157"]),
        ("en", "KAIST campus", ["kr-landmark-116"]),
        ("en", "the ITER site", ["fr-landmark-cadarache"]),
        ("en", "I'd rather die, France being so far", []),
        ("en", "Retention of CCTV footage", []),
        ("fr", "dépôt de gerbe au cimetière de l'ONU", ["kr-landmark-145"]),
        ("en", "how many communes in Greater Nancy", ["fr-epci-245400676"]),
        ("fr", "le pont du gard c'est où", ["fr-landmark-pont-du-gard"]),
        ("fr", "un pont dans le Gard", ["fr-dep-30"]),
        ("ko", "낭시가 메스보다 큰가요?", ["fr-com-54395", "fr-com-57463"]),
        ("ko", "메스보다 큰가요?", []),
        ("ko", "인천 말고 이천이요", ["kr-28", "kr-41500"]),
        ("ko", "인천 말고 삼천이요", ["kr-28"]),
        ("ko", "사람 말고 이천이요", []),
        ("ko", "화성은? 백만 넘었던가", ["kr-41590"]),
        ("ko", "화성은 태양에서 멀어요? 백만 넘었던가", []),
        ("fr", "le mont saint michel c'est en bretagne ?", ["fr-com-50353", "fr-reg-53"]),
        ("en", "saint malo's in Normandy innit", ["fr-com-35288", "fr-reg-28"]),
        ("ko", "완주가 시예요 군이예요?", ["kr-52710"]),
        ("ko", "연남동이 마포구 맞제?", ["kr-1144012400", "kr-11440"]),
        ("ko", "연남동이 종로구 맞나요", ["kr-11110"]),  # of nothing that it lies in
        ("ko", "우강면이 당진이여 예산이여", ["kr-4427037000", "kr-44270", "kr-44810"]),
        ("ko", "일은 완주가 목표예요", []),
        ("ko", "펀치볼 있는 데가 어디죠", ["kr-landmark-094"]),
        ("ko", "땅끝마을 있는 군 이름", ["kr-landmark-186"]),
        ("ko", "지평리, 지금은 어느 면이죠", ["kr-landmark-088"]),
        ("ko", "지평리 전투가 언제 어디서 있었나요?", []),
        ("ko", "칸 시청 전화번호", ["fr-com-06029"]),
        ("ko", "깐 시청이요", ["fr-com-06029"]),
        ("ko", "칸시청 전화", ["fr-com-06029"]),
        ("ko", "모 시청 공무원", []),
        ("ko", "한 칸 시청률", []),
        ("fr", "le CD 79, tel + site", ["fr-dep-79"]),
    ],
)
def test_what_a_sentence_says_of_a_name_makes_it_a_place(
    finder: NameFinder, language: Language, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("울릉도는 강원도지?", "울릉도", "kr-47940"),  # the county
        ("거제도는 어느 도예요?", "거제도", "kr-48310"),  # the city
        ("욕지도는 어느 시에 속해요?", "욕지도", "kr-4822035000"),  # the town
        ("추자도는 무슨 면이고 어느 시에 들어가나요", "추자도", "kr-5011032000"),
        ("비금도는 어디인가요?", "비금도", "kr-landmark-188"),  # which is known by itself
    ],
)
def test_an_island_is_the_government_that_is_called_like_it(
    finder: NameFinder, text: str, name: str, expected: str
) -> None:
    mention = finder.find(text, "ko")[0]
    assert (mention.text, mention.places[0]) == (name, expected)


@pytest.mark.parametrize(
    "text", ["수원도로공사 연락처", "인천도로 가는 길", "포도주가 유명해요", "인지도가 낮은 이유는 어디에 있나요"]
)
def test_what_only_begins_as_an_island_is_none(finder: NameFinder, text: str) -> None:
    assert finder.find(text, "ko") == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ko", "벌교는 읍이에요 군이에요? 꼬막 유명한 데", ["kr-4678025300"]),
        ("ko", "칠곡 왜관은 읍인가요", ["kr-4785025000"]),
        ("ko", "감포는 어디에 있어요?", ["kr-4713025000"]),
        ("ko", "오창이 읍이에요 동이에요?", ["kr-4311425300"]),  # the landmark in it is called so too
        ("en", "Beolgyo, is it an eup or a gun?", ["kr-4678025300"]),
        ("fr", "Hwagae (Hadong), c'est un eup ou un myeon ?", ["kr-4885031000"]),
        ("en", "the Osong bio complex - which eup, which gu?", ["kr-landmark-097"]),
        ("ko", "부산 무슨 구에 있나요", ["kr-26"]),  # the unit asked, no commune called so
        (
            "ko",
            "다음 주에 가는데 어느 데파르트망이에요? 푸아티에요",
            ["fr-com-86194"],
        ),  # the week, no commune called 주에
        ("ko", "고창은 읍인가요", ["kr-52790"]),  # what the county is called, its town is not
        ("ko", "여주 대신 이천으로 가요", ["kr-41670"]),  # a word first of all, whatever town is called so
        ("ko", "내가 시청에 문의하려면 어디로?", []),
        ("ko", "벌교가 순천이야 보성이야? 맨날 헷갈림", ["kr-4678025300", "kr-12150", "kr-12750"]),
        ("ko", "왜관읍은 무슨 읍이에요?", ["kr-4785025000"]),
        ("ko", "벌교가 보성이었나 순천이었나 헷갈리네", ["kr-4678025300", "kr-12750", "kr-12150"]),
        ("ko", "벌교는 보성에 있나요?", ["kr-4678025300", "kr-12750"]),
        ("ko", "벌교는 서울에 있나요?", ["kr-11"]),  # where no such town lies
        ("ko", "벌교 꼬막은 보성에 있나요?", ["kr-12750"]),
        ("fr", "Le hwagae est un thé", []),
    ],
)
def test_a_town_is_called_without_its_kind_where_a_sign_shows_it(
    finder: NameFinder, language: Language, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("쟝성하고 고창 둘다 전북이던가?", "쟝성", "kr-12840"),
        ("졍읍 인구", "졍읍", "kr-52180"),
        ("게룡 시청", "게룡", "kr-44250"),
        ("춘쳔 어디예요", "춘쳔", "kr-51110"),
    ],
)
def test_a_short_korean_name_is_told_by_its_sound(finder: NameFinder, text: str, name: str, expected: str) -> None:
    mention = finder.find(text, "ko")[0]
    assert (mention.text, mention.places[0], mention.exact) == (name, expected, False)


@pytest.mark.parametrize("text", ["재주가 많은 사람은 어디 있나요", "쟝성 같은 소리 하네"])
def test_a_word_that_sounds_like_a_name_needs_a_sign(finder: NameFinder, text: str) -> None:
    assert finder.find(text, "ko") == ()


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("리옹(Riom)이랑 리옹(Lyon) 인구", ["리옹(Riom)", "리옹(Lyon)"], ["fr-com-63300", "fr-com-69123"]),
        ("Riom(리옹) 인구", ["Riom(리옹)"], ["fr-com-63300"]),
        (
            "광주(Gwangju, 경기) 인구",
            ["광주", "Gwangju, 경기"],
            ["kr-41610"] * 2,
        ),  # which tells more than the same name
    ],
)
def test_a_name_in_the_other_script_tells_which_one_is_meant(
    finder: NameFinder, text: str, names: list[str], expected: list[str]
) -> None:
    mentions = finder.find(text, "ko")
    assert [mention.text for mention in mentions] == names
    assert ids(mentions) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("망통하고 칸 둘다 알프마리팀?", ["fr-com-06083", "fr-com-06029", "fr-dep-06"]),
        ("망통하고 칸 둘다 오트사부아?", ["fr-dep-74"]),  # neither lies there
    ],
)
def test_two_names_joined_make_each_other_sure_in_the_place_they_lie_in(
    finder: NameFinder, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, "ko")) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ko", "김해공항은 어느 구에 있나요?", ["kr-landmark-143"]),
        ("en", "Is Gimhae International Airport in Gimhae?", ["kr-landmark-143", "kr-48250"]),
        ("fr", "L'aéroport international de Gimhae est où ?", ["kr-landmark-143"]),
        ("fr", "Le village allemand de Namhae, c'est dans quel comté ?", ["kr-landmark-163"]),
        ("fr", "Nous cherchons un village allemand jumelé", []),
    ],
)
def test_a_landmark_is_called_by_what_it_is_in_each_language(
    finder: NameFinder, language: Language, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Où étaient les Côtes-du-Nord ?", ["fr-dep-22-1"]),
        ("fr", "la Loire-Inférieure", ["fr-dep-44-1"]),
        ("fr", "le département de la Seine", ["fr-dep-75-1"]),
        ("fr", "le département de la Seine-Saint-Denis", ["fr-dep-93"]),
        ("fr", "la préfecture de la Seine Maritime", ["fr-dep-76"]),
        ("fr", "l'ancien département de la Seine-Inférieure", ["fr-dep-76-1"]),
        ("fr", "le département de la Meurthe-et-Moselle", ["fr-dep-54"]),
        ("fr", "département de la Corse", ["fr-dep-20"]),
        ("fr", "département de la Corse-du-Sud", ["fr-dep-2A"]),
        ("fr", "les quais de Seine", []),
        ("fr", "la Corse", ["fr-reg-94"]),
        ("en", "Basses-Alpes today?", ["fr-dep-04-1"]),
        ("ko", "충무시는 지금 어디예요?", ["kr-chungmu-si"]),
        ("ko", "삼천포는 어느 시예요?", ["kr-samcheonpo-si"]),
        ("en", "Which city was Songtan merged into?", ["kr-songtan-si"]),
        ("en", "Iri city", ["kr-iri-si"]),
        ("fr", "le comté de Mouju", ["kr-52730"]),
        ("fr", "le comté de Myeongju", ["kr-myeongju-gun"]),
        ("ko", "이리 와 보세요", []),
        ("ko", "이리시", ["kr-iri-si"]),
        ("ko", "천원만 주세요", []),
        ("ko", "원성이 자자하다", []),
        ("ko", "중원을 차지하다", []),
        ("ko", "춘천군 인구", ["kr-chuncheon-gun"]),
        ("ko", "춘천 인구", ["kr-51110"]),
        ("en", "population of Chuncheon", ["kr-51110"]),
        ("ko", "승주읍 인구", ["kr-4615025000"]),
        ("ko", "청원 인구", ["kr-43114"]),  # a gu of today bears the name
    ],
)
def test_a_former_government_is_found_and_takes_no_word_nor_a_living_name(
    finder: NameFinder, language: Language, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, language)) == expected


def test_ordinary_sentences_raise_one_false_alarm_in_a_hundred_at_most(finder: NameFinder) -> None:
    lines = [line for line in ORDINARY.read_text("utf-8").splitlines() if not line.startswith("#")]
    sentences = [line.split("\t") for line in lines]
    alarms = [text for language, text in sentences if finder.find(text, language)]  # type: ignore[arg-type]
    assert len(sentences) >= 500
    assert len(alarms) * 100 <= len(sentences), alarms


@pytest.mark.parametrize(
    "text", ["voir https://www.tours.fr", "écrire à mairie@lyon.fr", "le fichier lyon.pdf", "the site of our town hall"]
)
def test_a_name_in_an_address_or_a_determiner_is_no_place(finder: NameFinder, text: str) -> None:
    assert finder.find(text, "fr") == ()


def test_the_span_is_that_of_the_text_given(finder: NameFinder) -> None:
    (mention,) = finder.find("La mairie de Saint-Étienne, s'il vous plaît", "fr")
    assert (mention.start, mention.end, mention.text) == (13, 26, "Saint-Étienne")


def test_letters_taken_apart_are_read_and_counted_as_they_stand(finder: NameFinder) -> None:
    text = unicodedata.normalize("NFD", "수원시는 Séoul")
    suwon, seoul = finder.find(text, "ko")
    assert unicodedata.normalize("NFC", suwon.text) == "수원시"
    assert text[seoul.start : seoul.end] == seoul.text == unicodedata.normalize("NFD", "Séoul")


def test_an_elision_before_a_compound_is_no_fault(finder: NameFinder) -> None:
    (mention,) = finder.find("préfecture d'Ille-et-Vilaine", "fr")
    assert mention.exact and mention.text == "Ille-et-Vilaine"


def test_a_mended_name_says_so(finder: NameFinder) -> None:
    exact, mended = finder.find("Lyon ou Strasborug ?", "fr")
    assert exact.exact and not mended.exact


@settings(max_examples=150)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["Tours", "de", "수원시", "는", "St", "Denis", "(93)", "et", "고성", "경남", "", "15e", "Lyon's"]
            ),
            st.text(max_size=8),
        ),
        max_size=10,
    ).map(" ".join),
    st.sampled_from(LANGUAGES),
)
def test_mentions_are_stretches_of_the_text_that_do_not_overlap(
    finder: NameFinder, text: str, language: Language
) -> None:
    end = 0
    for mention in finder.find(text, language):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.places and not set(mention.places) & set(mention.others)
        end = mention.end


def test_a_long_text_is_read(finder: NameFinder) -> None:
    assert len(finder.find("수원시 " * 300, "ko")) == 300
    assert finder.find("x" * 5000, "fr") == ()


def test_a_gazetteer_without_places_finds_nothing() -> None:
    assert NameFinder(Gazetteer()).find("Tours et 수원시", "fr") == ()


def test_damaged_names_are_an_error_that_says_what_to_do(gazetteer: Gazetteer, tmp_path: Path) -> None:
    (tmp_path / "names.npz").write_bytes(b"nothing")
    with pytest.raises(StoreError, match="guichet index --force"):
        NameFinder.open(tmp_path, gazetteer)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "combien d'habitants a guéret", ["guéret"]),
        ("ko", "캉 인구가 얼마나 돼요", ["캉"]),
        ("ko", "행동으로 보여 주세요.", []),  # 주세 is a small commune as well
        ("fr", "et son chef, il est là ?", []),
    ],
)
def test_names_that_lack_a_sign_are_told_apart_from_frequent_words(
    finder: NameFinder, language: Language, text: str, names: list[str]
) -> None:
    assert [mention.text for mention in finder.doubtful(text, language)] == names


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Sarlat est bien dans la Dordogne ?", "fr", ["fr-com-24520", "fr-dep-24"]),
        (
            "낭시 메스 스트라스부르 다 그랑테스트인가요?",
            "ko",
            ["fr-com-54395", "fr-com-57463", "fr-com-67482", "fr-reg-44"],
        ),
        ("how do you write Mâcon in hangul", "fr", ["fr-com-71270"]),
        ("un bon maçon pour le mur", "fr", []),
        ("Moulins, celle de l'Allier : population", "fr", ["fr-com-03190"]),
        ("la mairie de Fontaine - the one next to Grenoble", "fr", ["fr-com-38169"]),
        ("Kwangju near Seoul", "fr", ["kr-41610"]),
        ("서울 근처 광주 인구", "ko", ["kr-41610"]),
        ("서울 근처 작은 광주 인구", "ko", ["kr-41610"]),
        ("Kwangju, I mean the small one near Seoul, how many people", "fr", ["kr-41610"]),
        ("Gwangju, je parle de la petite près de Séoul", "fr", ["kr-41610"]),
        ("Kwangju and the people who live near Seoul", "fr", ["kr-12", "kr-11"]),
        ("Is Die in the Drôme?", "fr", ["fr-com-26113", "fr-dep-26"]),
        (
            "Sainte-Marie à la Réunion (pas la Sainte-Marie de Martinique !)",
            "fr",
            ["fr-com-97418", "fr-com-97228"],
        ),
        ("Saint-Denis à La Réunion, population", "fr", ["fr-com-97411"]),
        ("Valence dans la Drôme, population", "fr", ["fr-com-26362"]),
        ("Goseong in Gangwon, population", "fr", ["kr-51820"]),
        ("Is Goseong in Gangwon?", "fr", ["kr-51820", "kr-51"]),  # which is asked
        ("Goseong in Gangwon or in Gyeongnam?", "fr", ["kr-51820", "kr-51", "kr-48"]),
        ("There is a Buk-gu in Pohang and a Buk-gu in Ulsan.", "fr", ["kr-47113", "kr-31200"]),
        ("un Buk-gu à Pohang et un Buk-gu à Ulsan", "fr", ["kr-47113", "kr-31200"]),
    ],
)
def test_a_name_is_told_by_what_it_lies_in_or_beside(
    finder: NameFinder, text: str, language: Language, found: list[str]
) -> None:
    assert ids(finder.find(text, language)) == found


def test_places_near_each_other_share_what_is_above_them(gazetteer: Gazetteer) -> None:
    choice = NameChoice(gazetteer)
    assert choice.beside(("kr-12", "kr-41610"), ("kr-11",)) == ("kr-41610",)
    assert choice.beside(("kr-41610",), ("kr-11",)) == ()  # nothing to tell apart
    assert choice.beside(("fr-com-93066", "fr-com-97411"), ("kr-11",)) == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("파리 15구하고 16구 우편번호", ["fr-com-75115", "fr-com-75116"]),
        ("Paris 15e et 16e, codes postaux", ["fr-com-75115", "fr-com-75116"]),
        ("the 13th and 14th arrondissements of Paris", ["fr-com-75113", "fr-com-75114"]),
        ("Lyon 3e et 24e", ["fr-com-69383"]),  # there are nine
        ("Paris 15e et 6e arrondissement de Lyon", ["fr-com-75115", "fr-com-69386"]),
        ("Mairie du XVe à Paris", ["fr-com-75115"]),
        ("Lyon VIIe", ["fr-com-69387"]),
        ("Paris au XVIIIe siècle", ["fr-com-75056"]),
        ("Meudon, c'est les Yvelines ou le 92 ?", ["fr-com-92048", "fr-dep-78", "fr-dep-92"]),
        # however the city is written
        ("Marseile 8e population", ["fr-com-13208"]),
        ("Lyonn 3e arrondissement", ["fr-com-69383"]),  # not the Yonne
        ("mairie du 3e à Lyonn", ["fr-com-69383"]),
        ("빠리 15구청 전화", ["fr-com-75115"]),
        ("Paris XV", ["fr-com-75115"]),
        ("Lyon X", ["fr-com-69123"]),
    ],
)
def test_a_row_of_numbers_names_a_place_each(finder: NameFinder, text: str, places: list[str]) -> None:
    found = finder.find(text, "ko" if "구" in text else "fr")
    assert ids(found) == places
    assert all(mention.text == text[mention.start : mention.end] for mention in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Le Mont-Saint-Michel, Normandie ou Bretagne ?", ["fr-com-50353", "fr-reg-28", "fr-reg-53"]),
        ("Sainte-Menehould, Marne ou Ardennes ?", ["fr-com-51507", "fr-dep-51", "fr-dep-08"]),
        ("Mont-Saint-Michel, Normandie", ["fr-com-50353"]),
        ("Granville, Terre et Mer", ["fr-epci-200042604"]),
        ("Cluny, 71 ou 69 ?", ["fr-com-71137", "fr-dep-71", "fr-dep-69"]),
        ("Croix est dans le 59 ?", ["fr-com-59163", "fr-dep-59"]),
        ("Kerlouan, c'est dans le 22 ou le 29 ?", ["fr-com-29091", "fr-dep-22", "fr-dep-29"]),
        ("Kerlouan, le 22 ou le 23 ?", ["fr-com-29091"]),
        ("Croix est dans le 58 ?", []),
    ],
)
def test_what_a_place_may_lie_in_stands_beside_it(finder: NameFinder, text: str, places: list[str]) -> None:
    assert ids(finder.find(text, "fr")) == places


@pytest.mark.parametrize("text", ["Il y aura une réunion", "y aura combien d'habitants"])
def test_a_verb_after_its_subject_is_no_place(finder: NameFinder, text: str) -> None:
    assert finder.find(text, "fr") == ()


def test_a_korean_name_with_its_kind_is_told_by_its_sound(finder: NameFinder) -> None:
    assert ids(finder.find("How many people live in Shinan-gun?", "en")) == ["kr-12870"]


@pytest.mark.parametrize(
    "text",
    [
        "A quelle interco appartient Carnac",
        "Which EPCI does Carnac belong to",
        "Carnac dépend de quelle préfecture",
        "Carnac, quelle interco ?",
        "Carnac : la même interco ?",
    ],
)
def test_what_is_asked_for_its_grouping_is_a_place(finder: NameFinder, text: str) -> None:
    assert ids(finder.find(text, "fr")) == ["fr-com-56034"]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Croix (59), c'est une ville ?", "fr-com-59163"),
        ("croix (59) population", "fr-com-59163"),
        ("Die (26) c'est où", "fr-com-26113"),
        ("Y (80), nombre d'habitants", "fr-com-80829"),
        ("59170 croix", "fr-com-59163"),
        ("Croix 59170", "fr-com-59163"),
        ("Montréal, code postal commençant par 32", "fr-com-32290"),
        ('a mail signed "Mairie de Montréal" with a postcode starting in 11', "fr-com-11254"),
        ("우편번호가 32로 시작하는 몽레알은 어느 데파르트망?", "fr-com-32290"),
        ("Saint-Denis, 97400", "fr-com-97411"),
        ("Montreuil 93105 cedex", "fr-com-93048"),
    ],
)
def test_a_number_makes_a_place_sure_and_tells_it_from_its_namesakes(finder: NameFinder, text: str, id: str) -> None:
    (mention,) = finder.find(text, "fr")
    assert mention.places == (id,)


@pytest.mark.parametrize(
    "text",
    [
        "Die (59) c'est où",  # there is none
        "le chapitre (12) de la loi",
        "les 3 tours (37) du château",
        "elle a perdu ses croix (59)",
        "croix (590",
    ],
)
def test_another_number_makes_no_place_of_a_word(finder: NameFinder, text: str) -> None:
    assert finder.find(text, "fr") == ()


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Nb d'habitants sur l'ile de Sein ?", "fr-com-29083"),
        ("population ile de sein", "fr-com-29083"),
        ("combien d'habitants sur l'île aux moines", "fr-com-56087"),
        ("ile d'yeu mairie", "fr-com-85113"),
    ],
)
def test_an_island_needs_no_capital(finder: NameFinder, text: str, id: str) -> None:
    assert ids(finder.find(text, "fr")) == [id]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("perpignan méditerranée métropole website", "perpignan méditerranée métropole"),
        ("perpignan mediteranee metropole webiste", "perpignan mediteranee metropole"),
        ("le mans métropole", "le mans métropole"),
        ("dijon metropol population", "dijon metropol"),
        ("toulon provence mediteranee site", "toulon provence mediteranee"),
    ],
)
def test_a_grouping_goes_before_the_commune_it_is_named_after(
    finder: NameFinder, gazetteer: Gazetteer, text: str, name: str
) -> None:
    (mention,) = finder.find(text, "fr")
    assert mention.text == name and gazetteer[mention.places[0]].kind in ("metropole", "epci-cu")


def test_a_name_of_several_words_with_a_fault_is_read_as_a_whole(finder: NameFinder) -> None:
    assert ids(finder.find("chalon sur soane mairie", "fr")) == ["fr-com-71076"]
    assert ids(finder.find("Lyon et ses environns", "fr")) == ["fr-com-69123"]


def test_an_abbreviation_is_not_written_with_accents(finder: NameFinder) -> None:
    assert ids(finder.find("mél préfecture du gers", "fr")) == ["fr-dep-32"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Two Saint-Denis on my list: the one on Reunion and the one by Paris.",
            ["Saint-Denis", "one on Reunion", "one by Paris"],
        ),
        (
            "Deux Saint-Denis : celui de La Réunion et celui près de Paris",
            ["Saint-Denis", "celui de La Réunion", "celui près de Paris"],
        ),
    ],
)
def test_each_of_two_namesakes_may_be_told_after_their_name(finder: NameFinder, text: str, told: list[str]) -> None:
    found = finder.find(text, "fr")
    assert [mention.text for mention in found] == told
    assert [mention.places for mention in found] == [("fr-com-97411",), ("fr-com-97411",), ("fr-com-93066",)]


def test_what_a_body_advises_on_is_no_place(finder: NameFinder) -> None:
    assert finder.find("Who advises communes on EU twinning matters?", "fr") == ()


@pytest.mark.parametrize("text", ["Tell me everything you have on Nantua", "Tell me about Nantua", "sur Nantua ?"])
def test_what_one_wants_to_hear_about_is_a_place(finder: NameFinder, text: str) -> None:
    assert ids(finder.find(text, "fr")) == ["fr-com-01269"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("고성군이 강원에도 있고 경남에도 있잖아요", ("kr-51820", "kr-48820")),
        ("서구는 대구에도 있고 부산에도 있는데", ("kr-27170", "kr-26140")),
        ("남구는 부산에도 있고 울산에도 있고 대구에도 있어요", ("kr-26290", "kr-31140", "kr-27200")),
    ],
)
def test_a_korean_text_tells_namesakes_by_what_holds_each(
    finder: NameFinder, text: str, places: tuple[str, ...]
) -> None:
    head, *each = finder.find(text, "ko")
    assert head.places == places and ids(tuple(each)) == [*places]


def test_what_two_places_hold_of_another_name_tells_nothing_apart(finder: NameFinder) -> None:
    assert ids(finder.find("수원이 강원에도 있고 경남에도 있나요", "ko")) == ["kr-41110", "kr-51", "kr-48"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("포도주로 유명한 '본'이라는 동네 인구", ["fr-com-21054"]),
        ("“칸”이라고 하는 도시의 인구", ["fr-com-06029"]),
        ("'그루아'라카는 섬이 있다믄서예", ["fr-com-56069"]),
        ("그루아라는 섬은 인구가 몇 명이에요?", ["fr-com-56069"]),
        ("'본' 동네 이야기를 했다", []),
        ("'본'이라는", []),
    ],
)
def test_a_korean_name_may_be_quoted(finder: NameFinder, text: str, expected: list[str]) -> None:
    assert ids(finder.find(text, "ko")) == expected


@pytest.mark.parametrize("text", ["콜마르가 오랭인지 바랭인지", "콜마르는 오랭이야 바랭이야?"])
def test_names_with_one_ending_make_each_other_sure(finder: NameFinder, text: str) -> None:
    assert ids(finder.find(text, "ko")) == ["fr-com-68066", "fr-dep-68", "fr-dep-67"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("écrire au comté de Yang-gu", ["kr-51800"]),
        ("la population de Gyeong-ju", ["kr-47130"]),
        ("yang-gu", []),
        ("Kim Jong-un", []),
    ],
)
def test_hyphens_may_part_the_syllables_of_a_korean_name(finder: NameFinder, text: str, expected: list[str]) -> None:
    assert ids(finder.find(text, "fr")) == expected


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("덩케르크 도시공동체 홈페이지", "fr-epci-245900428"),
        ("덩케르크도시공동체 홈페이지", "fr-epci-245900428"),
        ("안시 코뮌공동체 인구", "fr-epci-200066793"),
        ("아비뇽 광역공동체", "fr-epci-248400251"),
        ("스트라스부르 도시공동체 홈페이지", "fr-epci-246700488"),
        ("수원 도시공동체 홈페이지", "kr-41110"),  # which has none
    ],
)
def test_a_grouping_told_in_korean_is_the_one_around_the_commune(finder: NameFinder, text: str, id: str) -> None:
    assert ids(finder.find(text, "ko")) == [id]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plougerneau c'est dans les côtes d'armor ou le finistère", ["fr-com-29195", "fr-dep-22", "fr-dep-29"]),
        ("lanilis est dans le finistère", ["fr-com-29117", "fr-dep-29"]),
        ("lanilis et le finistère", ["fr-dep-29"]),
        ("une erreur c'est dans le var", ["fr-dep-83"]),
    ],
)
def test_what_is_said_to_lie_in_a_place_may_have_a_fault(finder: NameFinder, text: str, expected: list[str]) -> None:
    assert ids(finder.find(text, "fr")) == expected


def test_a_commune_is_called_without_what_brackets_tell_of_it(finder: NameFinder) -> None:
    (mention,) = finder.find("Is Château-Chinon one commune or two?", "fr")
    assert mention.places == ("fr-com-58062", "fr-com-58063")


def test_the_grouping_asked_for_is_not_the_place(finder: NameFinder) -> None:
    (mention,) = finder.find("Saint-Denis, quelle métropole ?", "fr", kinds=("metropole",))
    assert mention.places == ("fr-com-97411", "fr-com-93066")


@pytest.mark.parametrize("text", ["la mairie d'Escoublac", "commune de Clémenciat"])
def test_a_word_of_the_names_of_several_is_no_fault_for_another(finder: NameFinder, text: str) -> None:
    assert finder.find(text, "fr") == ()


@pytest.mark.parametrize(("text", "expected"), [("Code Insee de Guingamp", ["fr-com-22070"]), ("Insee", [])])
def test_what_has_an_official_code_is_a_place(finder: NameFinder, text: str, expected: list[str]) -> None:
    assert ids(finder.find(text, "fr")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("강원쪽 고성 군청", ["kr-51820"]),
        ("강원 쪽 고성", ["kr-51820"]),
        ("대전 지역 중구", ["kr-30140"]),
        ("강원 쪽, 고성", ["kr-51", "kr-51820"]),
    ],
)
def test_the_side_of_a_place_tells_which_one_is_meant(finder: NameFinder, text: str, expected: list[str]) -> None:
    assert ids(finder.find(text, "ko")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("릴이 커요, 창원이 커요?", ["fr-com-59350", "kr-48120"]),
        ("칸은 커요 파리가 커요", ["fr-com-06029", "fr-com-75056"]),
        ("칸은 프랑스의 어느 레지옹에 있나요", ["fr-com-06029"]),
        ("칸은 프랑스 어디에 있어요", ["fr-com-06029"]),
        ("칸이 부족해요, 창원은 어때요", ["kr-48120"]),
        ("칸을 어느 레지옹에서 채워요", []),
    ],
)
def test_a_city_of_one_syllable_is_told_by_what_is_asked_of_it(
    finder: NameFinder, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, "ko")) == expected


@pytest.mark.parametrize("text", ["에펠탑이 파리 몇구야", "에펠탑은 몇 구예요"])
def test_what_lies_in_a_district_by_number_is_a_place(finder: NameFinder, text: str) -> None:
    assert ids(finder.find(text, "ko"))[0] == "fr-landmark-tour-eiffel"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ko", "므주군은 어디 있어요", ["kr-52730"]),
        ("ko", "양촌구는 어디예요", ["kr-11470"]),
        ("ko", "므주군은 좋아요", []),
        ("fr", "pop drval svp", ["fr-com-44051"]),
        ("fr", "drval svp et bonne soirée à tous", []),
    ],
)
def test_what_is_asked_of_a_name_speaks_for_one_with_a_fault(
    finder: NameFinder, language: Language, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "it's Angoulême I need", ["fr-com-16015"]),  # who asks is no part of the name
        ("fr", "Bordeaux a un partenaire en Corée ou pas", ["fr-com-33063"]),
        ("fr", "Tours : accords avec la Corée ?", ["fr-com-37261"]),
        ("en", "Tours of the palace with a partner", []),
        ("fr", "Martin a un partenaire en Corée", []),
        ("fr", "Mon partenaire Martin arrive lundi", []),
        ("ko", "앙제하고 우리 청주하고 비교하면 인구는 어디가 더 많은가요", ["fr-com-49007", "kr-43110"]),
        ("ko", "막걸리하고 우리 청주하고 비교하면", []),
        ("ko", "수원허고 용인 중에 사람이 어디가 더 많당가", ["kr-41110", "kr-41460"]),
        ("en", "Pohang's Buk-gu, does it elect its own head?", ["kr-47113"]),
        ("en", "the population of Suwon’s Paldal-gu", ["kr-41115"]),
        ("en", "Lyon's 3rd arrondissement", ["fr-com-69383"]),
        ("en", "Paris' 13th", ["fr-com-75113"]),
        ("en", "Saint-Denis, I mean the one over on Reunion Island", ["fr-com-97411"]),
        ("en", "Gwangju, the one outside Seoul", ["kr-41610"]),
        ("en", "Suwon's partner Tours", ["kr-41110", "fr-com-37261"]),  # which does not lie in it
        ("fr", "Castres, je ne parle pas du petit village de l'Aisne", ["fr-com-81065", "fr-dep-02"]),
        ("en", "Castres (I don't mean the village in the Aisne)", ["fr-com-81065", "fr-dep-02"]),
        ("ko", "로제르에서 제일 작은 코뮌은?", ["fr-dep-48"]),
        ("fr", "which one has more people, lorient or vannes", ["fr-com-56121", "fr-com-56260"]),
        ("fr", "lorient and its vannes", ["fr-com-56121"]),
        ("ko", "로제르에서 만나요", []),
        ("fr", "combien de communes en Allemagne ?", []),  # what is in a commune is "à" it
        ("fr", "et la Suisse, combien de communes ?", []),
        ("fr", "Alès fait-elle partie de Nîmes Métropole ?", ["fr-com-30007", "fr-epci-243000643"]),
        ("fr", "Elle fait partie de Nîmes Métropole ?", ["fr-epci-243000643"]),
        ("fr", "Du 3e et du 7e arrondissement de Lyon, lequel est le plus peuplé ?", ["fr-com-69383", "fr-com-69387"]),
        ("ko", "보은, 옥천, 영동 세 군을 합치면", ["kr-43720", "kr-43730", "kr-43740"]),
        ("ko", "부여, 공주, 논산", ["kr-44760", "kr-44150", "kr-44230"]),
        ("fr", "quelle ville d'Allemagne est jumelée avec Lens ?", ["fr-com-62498"]),
        ("fr", "la mairie d'Argentine", ["fr-com-73019"]),
        ("fr", "combien d'habitants en Martinique", ["fr-reg-02"]),
        ("en", "Is Jeungpyong a city or a county?", ["kr-43745"]),
        ("en", "Is Jeungpyong pleasant?", []),
        ("en", "Lourdes belongs to which intercommunality?", ["fr-com-65286"]),
        ("fr", "À Paris, le 15e arrondissement a combien d'habitants ?", ["fr-com-75115"]),
    ],
)
def test_what_stands_around_a_name_makes_it_one(
    finder: NameFinder, language: Language, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("et pour ceux du bord de mer ?", []),
        ("et celle de mer ?", ["fr-com-41136"]),
    ],
)
def test_an_ordinary_word_said_of_another_is_no_doubtful_name(
    finder: NameFinder, text: str, offered: list[str]
) -> None:
    assert [mention.places[0] for mention in finder.doubtful(text, "fr")] == offered


@pytest.mark.parametrize("names", ["수원 칸 ", "칸은 수원 ", "벌교는 보성 ", "Die Tours ", "die Tours "])
def test_twice_as_many_names_take_four_times_the_work_and_not_eight(finder: NameFinder, names: str) -> None:
    """Each name is set against each other, but no name reads all that stands between it and another."""
    assert _calls(finder, names * 200) < 4.5 * _calls(finder, names * 100)


def _calls(finder: NameFinder, text: str) -> int:
    """Return how many calls it takes to find the names of a text: unlike the time, it is the same at each run."""
    profile = Profile()
    profile.runcall(finder.find, text, "ko")
    return int(vars(Stats(profile))["total_calls"])


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("carcasonne nombre habitants", "fr", ["fr-com-11069"]),
        ("Le Pays basque est une région ?", "fr", ["fr-landmark-pays-basque"]),
        ("몽생미셸 살고있는사람 몇명임", "ko", ["fr-com-50353"]),
        ("태종대 관할 구청", "ko", ["kr-landmark-144"]),
        ("Lourdes isn't a sub-prefecture, is it?", "en", ["fr-com-65286"]),
        ("Sens n'est pas une préfecture", "fr", ["fr-com-89387"]),
        ("우리 시에 사는 사람이 몇 명", "ko", []),  # a commune is called 시에
        ("où est la tour eifel", "fr", ["fr-landmark-tour-eiffel"]),  # la Tour is a commune, and a word
        ("la bourse est venue au grand pavois en 2018 ?", "fr", []),
        ("Which province is Sorim-gun in?", "en", []),  # no fault for Sorio
        ("le centre culturel à Paris centre culturel", "fr", ["fr-com-75056"]),
    ],
)
def test_a_fault_or_a_capital_makes_a_landmark_only_where_nothing_else_is_meant(
    finder: NameFinder, language: Language, text: str, expected: list[str]
) -> None:
    assert ids(finder.find(text, language)) == expected
