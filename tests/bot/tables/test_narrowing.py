"""What the words of a question narrow a table to: its unit, its country, a bound, how many are shown."""

from __future__ import annotations

import pytest

from bot.tables.narrowing import ordered, refine
from knowledge.text import Language


@pytest.mark.parametrize(
    ("intent", "text", "refined"),
    [
        ("table-similar-size", "Our town in X: any si around 100k in Korea?", "table-beyond/city/kr//~100000"),
        ("table-similar-size", "a si of the size of X", "table-similar-size/kr-si"),
        ("table-list-below", "communes of about 10,000 people in X", "table-beyond/commune///~10000"),
        ("table-count-below", "X, a city of about 1.2 million people", "table-count-below/city"),
    ],
)
def test_places_about_a_size_are_asked_for_or_one_is_told_by_it(intent: str, text: str, refined: str) -> None:
    assert refine(intent, text, "en", {"KR"} if "Korea" in text else ()) == refined


@pytest.mark.parametrize(
    ("intent", "text", "refined"),
    [
        ("table-list-below", "communes de plus de 50 000 habitants de X", "table-beyond/commune///>50000"),
        ("table-largest", "X에서 인구 10만 넘는 곳", "table-beyond/municipality///>100000"),
        ("table-list-overall", "French communes of over 300,000 people", "table-beyond/commune/fr//>300000"),
        ("table-rank", "communes de plus de 50 000 habitants", "table-rank/commune"),
        (
            "table-list-overall",
            "French départements over 1M inhabitants: number of communes each",
            "table-beyond/departement:commune/fr//>1000000",
        ),
        ("table-list-below", "communes de 5 000 à 7 000 habitants de X", "table-beyond/commune///>5000-7000"),
        ("table-similar-size", "X cherche un si de 80 000 à 100 000 hab.", "table-beyond/kr-si/kr//>80000-100000"),
        ("table-largest", "la plus grande commune de moins de 2 000 habitants de X", "table-largest/commune///<2000"),
        ("table-list-below", "X에서 인구 5만 넘는 군 중 가장 작은 곳", "table-smallest/kr-gun///>50000"),
        ("table-list-overall", "largest French city under 100,000", "table-largest-overall/city/fr//<100000"),
        (
            "table-largest",
            "communes de X plus peuplées que 5 000 habitants, plus de 5 000",
            "table-beyond/commune///>5000",
        ),
    ],
)
def test_what_is_listed_or_counted_within_a_bound_is_a_question_over_its_own_table(
    intent: str, text: str, refined: str
) -> None:
    language = "ko" if "인구" in text else "fr"
    assert refine(intent, text, language, {"FR"} if "French" in text else ()) == refined


@pytest.mark.parametrize(
    ("intent", "text", "refined"),
    [
        ("table-count-below", "combien de communes à X", "table-count-below/commune"),
        ("table-count-below", "combien à X", "table-count-below"),
        ("table-which-above", "dans quel département se trouve la commune de X", "table-which-above/departement"),
        ("table-which-above", "quel département et quelle région pour X", "table-which-above"),
        ("table-is-kind", "X est-elle une ville ou un comté ?", "table-is-kind"),
        ("table-is-kind", "la ville de X est-elle une métropole ?", "table-is-kind/metropole"),
        ("table-is-kind", "X: department and region?", "table-which-above"),
        ("table-is-kind", "X, 데파르트망이랑 레지옹?", "table-which-above"),
        ("table-is-kind", "X : département, région, interco ?", "table-which-above"),
        ("table-is-kind", "X : ville, commune ?", "table-is-kind"),
        ("table-is-kind", "X: city, county or gu?", "table-is-kind"),
        ("table-is-kind", "Is X a gun or a gu?", "table-is-kind"),
        ("table-is-kind", "Is X a communauté urbaine or a communauté d'agglomération?", "table-is-kind/epci"),
        ("table-is-kind", "X, c'est quelle région ?", "table-which-above/region"),
        ("table-is-kind", "X는 어느 데파르트망이고 어느 레지옹인가요", "table-which-above"),
        ("table-list-below", "X는 어느 데파르트망, 어느 레지옹 소속인지", "table-which-above"),
        ("table-list-below", "X의 데파르트망 목록", "table-list-below/departement"),
        ("table-compare-population", "la ville la plus peuplée, X ou X", "table-compare-population"),
        ("population", "combien de communes", "population"),
        ("table-largest", "top 10 des villes de X", "table-largest/city////10"),
        ("table-largest", "top 5 des villes de X", "table-largest/city"),
        ("table-largest", "deuxième ville du X ? elle est dans quelle agglo", "table-largest/city/////2"),
        ("table-largest", "which municipality comes third in X", "table-largest/municipality/////3"),
        ("table-largest", "quelle commune arrive en deuxième dans le X", "table-largest/commune/////2"),
        ("table-which-above", "Je pars dans le X. Quels gun dans cette province ?", "table-which-above/kr-gun"),
        ("table-largest", "la plus grande ville du X ? et le 2e quartier", "table-largest/city"),
        ("table-largest", "rank the gun of X biggest to smallest", "table-largest/kr-gun////30"),
        (
            "table-list-below",
            "des régions ? pour les communes, combien ont moins de 500 habitants",
            "table-beyond/commune///<500",
        ),
        ("table-largest", "la deuxième commune la plus peuplée du X", "table-largest/commune/////2"),
        ("table-largest-overall", "la deuxième région la plus peuplée", "table-largest-overall/region/////2"),
        ("table-largest-overall", "And number two? How many communes?", "table-largest-overall/commune/"),
        ("table-largest-overall", "The biggest intercommunality? How many communes?", "table-largest-overall/epci/"),
        (
            "table-smallest-overall",
            "smallest métropole by number of communes",
            "table-smallest-overall/metropole:commune/",
        ),
        ("table-largest", "X에서 코뮌 수로 제일 큰 데파르트망", "table-largest/departement:commune"),
        ("table-compare-population", "compare X and X: people, number of communes", "table-compare-population/commune"),
        ("table-compare-population", "X이랑 X 중에 군이 더 많은 쪽은?", "table-compare-population/kr-gun"),
        ("table-compare-population", "X이랑 X 중에 더 큰 군은?", "table-compare-population"),
        ("table-largest-overall", "les dix plus grandes villes de France", "table-largest-overall/city////10"),
        ("table-is-kind", "X c une communauté urbaine ou une agglo", "table-is-kind/epci"),
        ("table-is-kind", "X, une ville ou un comté ?", "table-is-kind"),
        ("table-similar-size", "X가 한국 시 중에 제일 작아?", "table-smallest/city"),
        ("table-similar-size", "X est la plus petite parmi les communes ?", "table-smallest/commune"),
        ("table-similar-size", "la plus grande ville de la taille de X", "table-similar-size/city"),
        ("table-same-above", "X fait partie de l'interco de X ?", "table-same-above/epci"),
        ("table-same-above", "X est dans la ville de X ?", "table-same-above"),
        ("table-same-above", "X et X, c'est la même ville ?", "table-same-place"),
        ("table-same-above", "X et X sont-ils dans la même ville ?", "table-same-above/city"),
        ("table-same-above", "X랑 X는 같은 곳인가요", "table-same-place"),
        ("table-count-below", "코뮌이 젤 많은 데파르트망이 혹시 X?", "table-largest/departement:commune"),
        ("table-rank", "the departement with the fewest communes, is it X", "table-smallest/departement:commune"),
    ],
)
def test_an_intent_takes_the_unit_that_it_needs(intent: str, text: str, refined: str) -> None:
    assert refine(intent, text, "fr") == refined


def test_an_intent_over_a_country_takes_the_country_too() -> None:
    question = "quelles sont les plus grandes villes de Corée"
    assert refine("table-largest-overall", question, "fr", {"KR"}) == "table-largest-overall/city/kr"
    assert refine("table-largest-overall", "les plus grands départements", "fr") == "table-largest-overall/departement/"
    assert refine("table-list-overall", "cities of France and Korea", "en", {"FR", "KR"}) == "table-list-overall/city/"


@pytest.mark.parametrize(
    ("language", "text", "refined"),
    [
        ("fr", "le département le moins peuplé de l'hexagone", "table-smallest-overall/departement//mainland"),
        ("fr", "la plus petite région hors outre-mer", "table-smallest-overall/region//mainland"),
        ("en", "smallest région of metropolitan France", "table-smallest-overall/region//mainland"),
        ("ko", "본토에서 인구가 가장 적은 데파르트망", "table-smallest-overall/departement//mainland"),
        ("fr", "le plus petit département d'outre-mer", "table-smallest-overall/departement//overseas"),
        ("fr", "la plus petite métropole", "table-smallest-overall/metropole/"),
        ("fr", "la plus petite ville métropolitaine de Corée", "table-smallest-overall/kr-metropolitan-city/"),
    ],
)
def test_a_ranking_of_a_part_of_france_says_which(language: Language, text: str, refined: str) -> None:
    assert refine("table-smallest-overall", text, language) == refined


def test_only_rankings_are_by_parts() -> None:
    assert refine("table-largest-overall", "which departement has the most communes", "en", ["FR"]) == (
        "table-largest-overall/departement:commune/fr"
    )
    assert refine("table-smallest", "le département de X avec le moins de communes", "fr") == (
        "table-smallest/departement:commune"
    )
    assert refine("table-count-below", "the most communes of the departement X", "en") == "table-count-below/commune"


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("X 데파르트망 4개를 인구순으로", "table-largest"),
        ("les communes de X par population", "table-largest"),
        ("the counties of X, smallest first", "table-smallest"),
        ("X의 군을 작은 순서대로", "table-smallest"),
        ("X par population", ""),
        ("the counties of X", ""),
        ("", ""),
    ],
)
def test_units_asked_for_in_the_order_of_their_populations_are_found(text: str, table: str) -> None:
    assert ordered(text) == table


@pytest.mark.parametrize(
    ("language", "text", "refined"),
    [
        ("en", "the region and the department of X", "table-which-above"),
        ("fr", "le département et la région de X", "table-which-above"),
        ("fr", "quel est l'EPCI et le département de X ?", "table-which-above"),
        ("fr", "la région du département de X", "table-which-above/region"),
    ],
)
def test_units_joined_are_all_asked_of_what_is_above(language: Language, text: str, refined: str) -> None:
    assert refine("table-which-above", text, language) == refined
