"""The command as a person or a program meets it: started as a process, judged by what it prints and its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.conftest import Run
from tests.small import small_cards, write_cards, write_small


def test_the_first_question_builds_the_index_and_answers(run: Run) -> None:
    done = run("ask", "Qui nomme les préfets ?")
    assert done.returncode == 0
    assert "conseil des ministres" in done.stdout


def test_json_has_the_fields_that_programs_rely_on(run: Run) -> None:
    done = run("ask", "--json", "프레페는 누가 임명해요?")
    fields = json.loads(done.stdout)
    assert set(fields) == {
        *("id", "language", "status", "answer", "text", "cards", "places", "contacts"),
        *("confidence", "sources", "choices", "milliseconds"),
    }
    assert (fields["language"], fields["status"], fields["cards"][0]) == ("ko", "answered", "fr-prefet")
    assert set(fields["sources"][0]) == {"title", "url", "date"}


@pytest.mark.parametrize("question", ["", "Quelle heure est-il à Tokyo ?", "Bonjour", "¿Qué es un prefecto?", "\x01"])
def test_every_other_status_exits_with_3(run: Run, question: str) -> None:
    done = run("ask", question)
    assert done.returncode == 3
    assert done.stdout.strip()


@pytest.mark.parametrize(
    "arguments",
    [("ask",), ("ask", "x", "--jsonl", "-"), ("ask", "x", "--language", "es"), ("ask", "--no-such"), ("nothing",)],
)
def test_wrong_usage_exits_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 2


def test_lines_come_out_in_order_and_a_bad_one_is_named(run: Run) -> None:
    lines = [
        json.dumps({"id": 7, "question": "Qui nomme les préfets ?"}),
        "{not json",
        json.dumps({"id": "x", "question": 5}),
        json.dumps({"id": None, "question": "군이 뭐예요?", "history": [], "user_language": "fr-FR", "more": 1}),
        json.dumps([1]),
        json.dumps({"id": "s", "question": "\ud800"}),
        "",
    ]
    done = run("ask", "--jsonl", "-", stdin="\n".join(lines))
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [entry.get("id", entry.get("line")) for entry in out] == [7, 2, 3, None, 5, "s"]
    assert [entry.get("status") for entry in out] == ["answered", None, None, "answered", None, "unknown"]
    assert all(entry["error"] for entry in out if "line" in entry)


def test_lines_that_can_all_be_read_exit_with_0(run: Run) -> None:
    done = run(
        "ask", "--jsonl", "-", "--language", "en", stdin=json.dumps({"id": 1, "question": "군이 뭐예요?"}) + "\n"
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["language"] == "en"


def test_bytes_that_are_no_utf_8_do_no_harm(run: Run) -> None:
    done = run("ask", "--jsonl", "-", stdin=b'{"id": 1, "question": "\xff\xfe"}\n')
    assert json.loads(done.stdout)["status"] == "unknown"


def test_a_history_completes_a_follow_up(run: Run) -> None:
    line = {
        "id": 1,
        "question": "Et en Corée ?",
        "history": [{"question": "Que fait un maire en France ?", "answer": "…"}],
    }
    done = run("ask", "--jsonl", "-", stdin=json.dumps(line))
    assert json.loads(done.stdout)["cards"][0] == "kr-mayor"


def test_a_chat_keeps_the_thread_and_switches_language(run: Run) -> None:
    done = run("chat", stdin="Que fait un maire en France ?\n/ko\nEt en Corée ?\n/quit\n")
    assert done.returncode == 0
    assert "시장" in done.stdout


def test_the_index_reports_as_json(run: Run) -> None:
    report = json.loads(run("index", "--force", "--json").stdout)
    assert (report["cards"], report["encoded"]) == (len(small_cards()), 0)
    assert report["from_cache"] > 0
    assert report["version"]


def test_checking_prints_faults_with_their_place_and_exits_with_1(run: Run, tmp_path: Path) -> None:
    (card,) = small_cards(("kr-gun",))
    file = write_cards(tmp_path, [card])
    assert run("check", str(tmp_path)).returncode == 0
    file.write_text(file.read_text("utf-8").replace("topic: levels", "topic: nonsense"), "utf-8")
    done = run("check", str(tmp_path))
    assert done.returncode == 1
    assert done.stdout.startswith("cards/cards.yaml:2:10: `topic`")


def test_warnings_exit_with_1_only_under_strict(run: Run, tmp_path: Path) -> None:
    (card,) = small_cards(("kr-gun",))
    card["questions"] = {**card["questions"], "fr": ["Un gun ?"]}
    write_cards(tmp_path, [card])
    assert run("check", str(tmp_path)).returncode == 0
    assert run("check", "--strict", str(tmp_path)).returncode == 1


def test_the_shipped_knowledge_is_copied_by_init(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "mine"
    assert run("init", str(target)).returncode == 0
    assert list(target.glob("cards/**/*.yaml"))
    assert run("init", str(target)).returncode == 2


def test_broken_knowledge_is_answered_from_the_index_with_one_line(run: Run, tmp_path: Path) -> None:
    folder = write_small(tmp_path / "knowledge")
    settings = {"GUICHET_KNOWLEDGE": str(folder), "GUICHET_STATE": str(tmp_path / "state")}
    assert run("ask", "Qui nomme les préfets ?", **settings).returncode == 0
    (folder / "cards" / "broken.yaml").write_text("- id: [", "utf-8")
    done = run("ask", "Qui nomme les préfets ?", **settings)
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1
    assert "1 fault" in done.stderr


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"GUICHET_KNOWLEDGE": "nowhere"}, "nowhere: no such knowledge folder"),
        ({"GUICHET_STATE": "/proc/nowhere"}, "/proc/nowhere"),
        ({"GUICHET_MODEL": "/no/such/model"}, "GUICHET_MODEL"),
    ],
)
def test_what_is_not_set_up_is_one_clear_line_and_exits_with_2(
    run: Run, tmp_path: Path, changes: dict[str, str], named: str
) -> None:
    done = run("ask", "préfet", **{"GUICHET_STATE": str(tmp_path), **changes})
    assert done.returncode == 2
    lines = [line for line in done.stderr.splitlines() if named in line]
    assert len(lines) == 1
    assert not done.stdout


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"state = [", "not valid TOML"),
        (b"colour = 1", "`colour`: unknown setting"),
        (b"\xff", "UTF-8"),
        (b"state = 5", "`state`"),
    ],
)
def test_a_broken_settings_file_is_named(run: Run, tmp_path: Path, content: bytes, named: str) -> None:
    file = tmp_path / "guichet.toml"
    file.write_bytes(content)
    done = run("--config", str(file), "ask", "préfet", GUICHET_STATE="")
    assert done.returncode == 2
    assert str(file) in done.stderr
    assert named in done.stderr


def test_a_cold_question_imports_neither_torch_nor_scikit_learn(environment: dict[str, str], run: Run) -> None:
    run("index")
    code = (
        "import sys\nfor name in ('torch', 'transformers', 'sentence_transformers', 'sklearn', 'onnx'): sys.modules[name] = None\n"
        "sys.argv = ['guichet', 'ask', 'Qui nomme les préfets ?']\nfrom bot.cli import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "préfet" in done.stdout) == (0, True)
