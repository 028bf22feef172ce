"""The commands of editors at a desk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.schema import schema
from tests.bot.conftest import Run
from tests.small import small_cards, write_cards


@pytest.fixture
def gun() -> dict[str, Any]:
    (card,) = small_cards(("kr-gun",))
    return card


def test_the_schema_is_printed_or_written(run: Run, tmp_path: Path) -> None:
    assert json.loads(run("schema").stdout) == schema("card")
    assert json.loads(run("schema", "contact").stdout) == schema("contact")
    file = tmp_path / "new" / "card.json"
    done = run("schema", "--output", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads(file.read_text("utf-8")) == schema("card")
    assert [path.name for path in file.parent.iterdir()] == ["card.json"]


def test_a_schema_of_nothing_known_is_wrong_usage(run: Run) -> None:
    assert run("schema", "places").returncode == 2


def test_a_schema_that_cannot_be_written_is_one_line(run: Run) -> None:
    done = run("schema", "--output", "/proc/nowhere/card.json")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and "/proc/nowhere/card.json" in done.stderr


def test_a_new_card_is_yaml_in_the_order_of_the_schema(run: Run) -> None:
    done = run("card", "new", "cmp-sous-prefet", "--topic", "state")
    (card,) = yaml.safe_load(done.stdout)
    keys = [key for key in schema("card")["$defs"]["Card"]["properties"] if key in card]
    assert list(card) == keys
    assert (card["id"], card["country"], card["topic"], card["status"]) == (
        *("cmp-sous-prefet", "both", "state"),
        "unverified",
    )


def test_what_is_to_be_filled_in_is_named_by_check(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cards" / "new.yaml"
    assert run("card", "new", "fr-sous-prefet", "--into", str(file)).returncode == 0
    done = run("check", str(tmp_path))
    assert done.returncode == 1
    said = [line.split(": ", 1)[1] for line in done.stdout.splitlines()]
    assert said == [
        *("`topic` is empty", "`questions.fr.0` is empty", "`questions.ko.0` is empty", "`questions.en.0` is empty"),
        *("`answer.fr` is empty", "`answer.ko` is empty", "`answer.en` is empty"),
        *("`sources.0.title` is empty", "`sources.0.url` is empty", "`sources.0.date` is empty"),
    ]


@pytest.mark.parametrize("ending", ["\n", "", "\n\n"])
def test_a_card_is_added_behind_the_others(run: Run, tmp_path: Path, gun: dict[str, Any], ending: str) -> None:
    file = write_cards(tmp_path, [gun])
    before = file.read_text("utf-8").rstrip("\n") + ending
    file.write_text(before, "utf-8")
    file.chmod(0o640)
    assert run("card", "new", "fr-sous-prefet", "--country", "fr", "--into", str(file)).returncode == 0
    after = file.read_text("utf-8")
    assert after.startswith(before)
    assert [card["id"] for card in yaml.safe_load(after)] == ["kr-gun", "fr-sous-prefet"]
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("name", ["cards.yaml", "others.yaml"])
def test_an_id_of_the_same_folder_is_refused_with_its_place(
    run: Run, tmp_path: Path, gun: dict[str, Any], name: str
) -> None:
    write_cards(tmp_path, [gun])
    done = run("card", "new", "kr-gun", "--into", str(tmp_path / "cards" / name))
    assert done.returncode == 2
    assert "cards/cards.yaml:1" in done.stderr
    assert len(list((tmp_path / "cards").iterdir())) == 1


@pytest.mark.parametrize("content", ["- id: [", "id: fr-a\n", "  - id: fr-a\n", "\t- id: fr-a\n"])
def test_a_file_that_is_no_list_of_cards_stays_as_it_is(run: Run, tmp_path: Path, content: str) -> None:
    file = tmp_path / "cards.yaml"
    file.write_text(content, "utf-8")
    done = run("card", "new", "kr-gun", "--into", str(file))
    assert done.returncode == 2 and str(file) in done.stderr
    assert file.read_text("utf-8") == content


@pytest.mark.parametrize(
    "arguments", [("gun",), ("KR-gun",), ("kr-gun", "--topic", "weather"), ("kr-gun", "--country", "jp")]
)
def test_what_no_card_may_have_is_refused(run: Run, arguments: tuple[str, ...]) -> None:
    done = run("card", "new", *arguments)
    assert (done.returncode, done.stdout) == (2, "")


def _two_alike(folder: Path) -> None:
    gun, si = small_cards(("kr-gun", "kr-si"))
    for card, question in (
        (gun, "Are the mayors of Jeju-si and Seogwipo-si elected?"),
        (si, "Are the mayors of Jeju-si and Seogwipo elected?"),
    ):
        card["questions"] = {**card["questions"], "en": [question, *card["questions"]["en"]]}
    write_cards(folder, [gun, si])


def test_phrasings_of_two_cards_that_mean_the_same_are_warned_of(run: Run, tmp_path: Path) -> None:
    _two_alike(tmp_path)
    done = run("check", str(tmp_path))
    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    assert "Jeju-si and Seogwipo-si" in line and "`kr-gun`" in line
    place = int(line.split(":")[1])
    assert "Jeju-si and Seogwipo" in (tmp_path / "cards" / "cards.yaml").read_text("utf-8").splitlines()[place - 1]
    assert run("check", "--strict", str(tmp_path)).returncode == 1


def test_without_the_model_likeness_is_left_out(run: Run, tmp_path: Path) -> None:
    _two_alike(tmp_path)
    assert run("check", "--strict", "--no-model", str(tmp_path)).returncode == 0
    done = run("check", "--strict", str(tmp_path), GUICHET_MODEL="/no/such/model")
    assert done.returncode == 0
    assert len([line for line in done.stderr.splitlines() if "/no/such/model" in line]) == 1


def test_faults_are_told_without_a_model(run: Run, tmp_path: Path) -> None:
    _two_alike(tmp_path)
    (tmp_path / "cards" / "broken.yaml").write_text("- id: [", "utf-8")
    done = run("check", str(tmp_path), GUICHET_MODEL="/no/such/model")
    assert done.returncode == 1
    assert "/no/such/model" not in done.stderr


def test_answers_that_differ_in_figures_are_warned_of(run: Run, tmp_path: Path, gun: dict[str, Any]) -> None:
    gun["answer"] = {"fr": "Il y en a 82.", "ko": "82개가 있습니다.", "en": "There are 83."}
    write_cards(tmp_path, [gun])
    done = run("check", "--no-model", str(tmp_path))
    assert done.returncode == 0
    messages = [line.split("warning: ")[1] for line in done.stdout.splitlines()]
    assert [message.split("`")[1] for message in messages] == ["answer.fr", "answer.ko", "answer.en"]
    assert messages[2].endswith("82 (fr, ko)")
