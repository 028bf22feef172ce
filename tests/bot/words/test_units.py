"""Which unit a question counts or lists: plurals, names in apposition, Korean compounds, and what is refined by it."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from bot.catalogue import sentences
from bot.tables.narrowing import asks_for_town, divided, names_grouping, ordered, refine
from bot.words.units import kinds_of, kinds_with_office, named_unit, only_sets_aside
from knowledge.text import Language


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("fr", "Combien de communes dans le département X ?", "commune"),
        ("fr", "Dans le département de X, combien y a-t-il de communes ?", "commune"),
        ("fr", "la plus grande ville de la région X", "city"),
        ("fr", "les arrondissements de X", "district"),
        ("fr", "combien d'EPCI en X", "epci"),
        ("fr", "nb de communautés de communes X", "epci-cc"),
        ("fr", "communes de X", "commune"),
        ("fr", "combien de si dans X", "kr-si"),
        ("fr", "s'il vous plaît, la population de X si possible", None),
        ("fr", "la population de X", None),
        ("en", "How many gu are there in X?", "gu"),
        ("en", "In X province, which city is the largest?", "city"),
        ("en", "list the si and gun of X", "si-gun"),
        ("en", "towns and townships of X", "eup-myeon"),
        ("en", "how many cantons in X", "canton"),
        ("ko", "X에는 구가 몇 개 있나요?", "district"),
        ("ko", "X의 시·군·구는 몇 개", "municipality"),
        ("ko", "X 자치구 목록", "kr-gu"),
        ("ko", "X에서 제일 큰 동네", "neighbourhood"),
        ("ko", "X 데파르트망의 코뮌 수", "commune"),
        ("ko", "X 시군 중 인구가 제일 많은 군은", "kr-gun"),
        ("ko", "X 읍면동 몇개", "eup-myeon-dong"),
        ("fr", "X compte combien de villes et combien de comtés ?", "city+kr-gun"),
        ("en", "How many si are there in X and how many gun?", "kr-si+kr-gun"),
        ("ko", "X에 시가 몇 개고 군은 몇 개예요?", "city+kr-gun"),
        ("fr", "combien de communes dans le département X, et combien d'habitants ?", "commune"),
        ("ko", "X시의 인구", None),
        ("ko", "X의 인구", None),
        ("ko", "how many 구 in X", "district"),
        ("ko", "X에 시하고 군이 각각 몇 개", "city+kr-gun"),
        ("en", "how many gu and gun in X", "gu+kr-gun"),
        ("fr", "les bourgs et les cantons ruraux de X", "kr-eup+kr-myeon"),
        ("fr", "une commune de la région X", "commune"),
    ],
)
def test_the_unit_that_is_counted_is_found(language: Language, text: str, unit: str | None) -> None:
    assert named_unit(text, language) == unit


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
        ("table-largest-overall", "les dix plus grandes villes de France", "table-largest-overall/city////10"),
        ("table-is-kind", "X c une communauté urbaine ou une agglo", "table-is-kind/epci"),
        ("table-is-kind", "X, une ville ou un comté ?", "table-is-kind"),
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


def test_units_asked_for_together_are_all_counted() -> None:
    assert kinds_of("city+kr-gun", "kr")[-2:] == ("kr-si", "kr-gun")
    assert kinds_of("gu+kr-gun", "fr") == ()


def test_a_unit_stands_for_kinds_of_one_country() -> None:
    assert kinds_of("city", "fr") == ("commune",)
    assert kinds_of("district", "kr") == ("kr-gu", "kr-admin-gu")
    assert kinds_of("canton", "fr") == ()


def test_every_unit_that_the_table_holds_can_be_named() -> None:
    with files("bot.texts").joinpath("units.tsv").open("r", encoding="utf-8") as lines:
        units = {row["unit"] for row in csv.DictReader(lines, delimiter="\t")}
    held = {unit for unit in units if kinds_of(unit, "fr") or kinds_of(unit, "kr")}
    assert {unit for unit in held for form in ("kind", "kinds") if f"{form}-{unit}" not in sentences()} == set()


def test_no_form_stands_for_two_units() -> None:
    with files("bot.texts").joinpath("units.tsv").open("r", encoding="utf-8") as lines:
        forms = [
            (form, row["unit"])
            for row in csv.DictReader(lines, delimiter="\t")
            for form in " | ".join(filter(None, (row["one"], row["several"]))).split(" | ")
            if form
        ]
    units: dict[str, set[str]] = {}
    for form, unit in forms:
        units.setdefault(form, set()).add(unit)
    assert {form: sorted(named) for form, named in units.items() if len(named) > 1} == {}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("which departement has the most communes?", "departement:commune"),
        ("quelle région compte le plus de départements ?", "region:departement"),
        ("le département avec le moins de communes", "departement:commune"),
        ("코뮌이 가장 많은 데파르트망은?", "departement:commune"),
        ("X에서 구가 제일 많은 시", "city:district"),
        ("which departement has the highest number of communes", "departement:commune"),
        ("which commune of the departement X has the most inhabitants", None),
        ("le département le plus peuplé de la région X", None),
        ("the most communes", None),
    ],
)
def test_a_ranking_by_parts_names_whose_and_which(text: str, units: str | None) -> None:
    assert divided(text) == units


def test_only_rankings_are_by_parts() -> None:
    assert refine("table-largest-overall", "which departement has the most communes", "en", ["FR"]) == (
        "table-largest-overall/departement:commune/fr"
    )
    assert refine("table-smallest", "le département de X avec le moins de communes", "fr") == (
        "table-smallest/departement:commune"
    )
    assert refine("table-count-below", "the most communes of the departement X", "en") == "table-count-below/commune"


def test_every_unit_has_a_name_in_the_singular_and_in_the_plural() -> None:
    lines = files("bot.texts").joinpath("units.tsv").read_text("utf-8").splitlines()
    for unit in {row["unit"] for row in csv.DictReader(lines, delimiter="\t")}:
        assert {f"kind-{unit}", f"kinds-{unit}"} <= sentences().keys()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("how many people live in X itself as opposed to the whole metropole?", True),
        ("population de X et de son agglo", True),
        ("X, population et dans quelle interco ?", False),
        ("population de la commune de X", False),
        ("", False),
    ],
)
def test_a_grouping_spoken_of_is_found_but_for_which_one(text: str, held: bool) -> None:
    assert names_grouping(text) is held


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
    ("text", "only"),
    [
        ("not the city's", True),
        ("pas la mairie", True),
        ("the province, not the city", False),
        ("X 시청 말고 도청", False),
        ("the province", False),
        ("", False),
    ],
)
def test_units_may_be_named_only_to_set_them_aside(text: str, only: bool) -> None:
    assert only_sets_aside(text) is only


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Département of X council: telephone?", ("departement",)),
        ("council of the department of X", ("departement",)),
        ("the X region council", ("region",)),
        ("conseil du département de X", ("departement",)),
        ("département X", ()),
        ("", ()),
    ],
)
def test_an_office_is_named_around_its_place_too(text: str, kinds: tuple[str, ...]) -> None:
    assert kinds_with_office(text)[:1] == kinds


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("X 견학은 어느 구청에 연락하나요", True),
        ("X 어느 시에 있나요", True),
        ("X 구청에 연락하나요", False),
        ("", False),
    ],
)
def test_which_town_may_be_asked_by_its_office(text: str, asked: bool) -> None:
    assert asks_for_town(text) == asked


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("코뮌 개수 제일 많은 데파르트망", "departement:commune"),
        ("코뮌 수가 가장 적은 데파르트망", "departement:commune"),
        ("코뮌 개수", None),
    ],
)
def test_how_many_there_are_may_be_what_is_most_in_korean(text: str, units: str | None) -> None:
    assert divided(text) == units
