"""Files written from the chat on real folders: kept, put back, and whole whenever the process dies."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.desk.knowledge_history import FOLDER, History, require_editable
from bot.errors import EditError
from knowledge.library import SHIPPED

PATH = "cards/fr/levels.yaml"
OLD, NEW = b"- old: 1\n", b"\xef\xbb\xbf- new: 2\r\n"
STEPS = ["keep", "name", "write", "swap", "sync", "mark"]
DYING = """
import os, signal, sys
from pathlib import Path
from bot.desk.knowledge_history import History
state, knowledge, doomed, what = sys.argv[1:]
def step(name):
    if name == doomed:
        os.kill(os.getpid(), signal.SIGKILL)
history = History(Path(state), Path(knowledge))
if what == "undo":
    history.undo(history.last(), step)
else:
    history.put("cards/fr/levels.yaml", bytes.fromhex(what) or None, step)
"""


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    file = tmp_path / "knowledge" / PATH
    file.parent.mkdir(parents=True)
    file.write_bytes(OLD)
    return tmp_path / "knowledge"


@pytest.fixture
def history(tmp_path: Path, knowledge: Path) -> History:
    return History(tmp_path / "state", knowledge)


def die(tmp_path: Path, step: str, what: str) -> None:
    arguments = [sys.executable, "-c", DYING, str(tmp_path / "state"), str(tmp_path / "knowledge"), step, what]
    died = subprocess.run(arguments, cwd=Path(__file__).parents[3], check=False)
    assert died.returncode == -signal.SIGKILL


def test_steps_come_in_order_and_the_file_is_written_to_the_byte(history: History, knowledge: Path) -> None:
    steps: list[str] = []
    (knowledge / PATH).chmod(0o640)
    history.put(PATH, NEW, steps.append)
    assert steps == STEPS
    assert (knowledge / PATH).read_bytes() == NEW
    assert (knowledge / PATH).stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (knowledge / "cards/fr").iterdir()] == ["levels.yaml"]


def test_the_file_replaced_is_put_back_and_its_content_kept(history: History, knowledge: Path, tmp_path: Path) -> None:
    assert history.last() is None
    history.put(PATH, NEW)
    entry = history.last()
    assert entry is not None and entry.path == PATH
    history.undo(entry)
    assert (knowledge / PATH).read_bytes() == OLD
    assert history.last() is None
    kept = {file.read_bytes() for file in (tmp_path / "state" / FOLDER).glob("*/previous.yaml")}
    assert kept == {OLD, NEW}


def test_one_after_the_other_is_put_back(history: History, knowledge: Path) -> None:
    contents = [b"- one\n", b"- two\n", b"- three\n"]
    for content in contents:
        history.put(PATH, content)
    seen = []
    while (entry := history.last()) is not None:
        history.undo(entry)
        seen.append((knowledge / PATH).read_bytes())
    assert seen == [*contents[1::-1], OLD]
    history.put(PATH, NEW)
    again = history.last()
    assert again is not None and history.previous(again) == OLD


def test_a_file_that_was_added_is_taken_out_again(history: History, knowledge: Path) -> None:
    history.put("cards/kr/new.yaml", NEW)
    entry = history.last()
    assert entry is not None and history.previous(entry) is None
    history.undo(entry)
    assert not (knowledge / "cards/kr/new.yaml").exists()
    assert history.last() is None


def test_what_was_put_back_by_hand_is_not_offered(history: History, knowledge: Path) -> None:
    history.put(PATH, NEW)
    (knowledge / PATH).write_bytes(OLD)
    assert history.last() is None


def test_what_was_edited_by_hand_since_is_kept_too(history: History, knowledge: Path, tmp_path: Path) -> None:
    history.put(PATH, NEW)
    (knowledge / PATH).write_bytes(b"- by hand\n")
    entry = history.last()
    assert entry is not None
    history.undo(entry)
    kept = {file.read_bytes() for file in (tmp_path / "state" / FOLDER).glob("*/previous.yaml")}
    assert (knowledge / PATH).read_bytes() == OLD and b"- by hand\n" in kept


def test_another_knowledge_folder_has_a_history_of_its_own(history: History, tmp_path: Path) -> None:
    history.put(PATH, NEW)
    (tmp_path / "other").mkdir()
    assert History(tmp_path / "state", tmp_path / "other").last() is None


def test_entries_are_in_order_although_the_clock_stands_still(tmp_path: Path, knowledge: Path) -> None:
    moment = datetime(2026, 11, 24, 10, tzinfo=UTC)
    history = History(tmp_path / "state", knowledge, lambda: moment)
    names = [history.put(PATH, content).name for content in (b"1", b"2", b"3")]
    assert names == sorted(set(names))
    last = history.last()
    assert last is not None and history.previous(last) == b"2"


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_the_file_is_the_old_one_or_the_new_one(
    step: str, history: History, knowledge: Path, tmp_path: Path
) -> None:
    die(tmp_path, step, NEW.hex())
    swapped = step in ("sync", "mark")
    assert (knowledge / PATH).read_bytes() == (NEW if swapped else OLD)
    assert (history.last() is not None) == swapped
    history.put(PATH, b"- later\n")
    offered = []
    while (entry := history.last()) is not None:
        history.undo(entry)
        offered.append((knowledge / PATH).read_bytes())
    assert offered == ([NEW, OLD] if swapped else [OLD])
    assert not list((knowledge / "cards").rglob(".*")) and not list((tmp_path / "state" / FOLDER).glob(".*"))


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_of_a_rollback_it_can_be_done_again(
    step: str, history: History, knowledge: Path, tmp_path: Path
) -> None:
    history.put(PATH, NEW)
    die(tmp_path, step, "undo")
    swapped = step in ("sync", "mark")
    assert (knowledge / PATH).read_bytes() == (OLD if swapped else NEW)
    entry = history.last()
    assert (entry is None) == swapped
    if entry is not None:
        history.undo(entry)
    assert (knowledge / PATH).read_bytes() == OLD and history.last() is None


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_leaves_one_of_the_two(step: str, history: History, knowledge: Path) -> None:
    def fail(name: str) -> None:
        if name == step:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        history.put(PATH, NEW, fail)
    assert (knowledge / PATH).read_bytes() in (OLD, NEW)
    assert [path.name for path in (knowledge / "cards/fr").iterdir()] == ["levels.yaml"]


def test_no_path_leads_out_of_the_folder(history: History, knowledge: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (knowledge / "cards" / "link").symlink_to(tmp_path / "outside")
    for path in ("../x.yaml", "cards/../../x.yaml", str(tmp_path / "x.yaml"), "cards/link/x.yaml", ".."):
        with pytest.raises(EditError):
            history.put(path, NEW)
    assert not list((tmp_path / "outside").iterdir()) and not (tmp_path / "x.yaml").exists()


def test_a_file_that_is_a_link_is_replaced_and_not_followed(history: History, knowledge: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(OLD)
    (knowledge / PATH).unlink()
    (knowledge / PATH).symlink_to(outside)
    history.put(PATH, NEW)
    assert outside.read_bytes() == OLD and not (knowledge / PATH).is_symlink()


def test_the_shipped_folder_is_not_to_be_edited(knowledge: Path) -> None:
    require_editable(knowledge)
    for folder in (SHIPPED, SHIPPED / "cards"):
        with pytest.raises(EditError):
            require_editable(folder)


def test_a_damaged_entry_is_said(history: History, tmp_path: Path) -> None:
    entry = history.put(PATH, NEW)
    (tmp_path / "state" / FOLDER / entry.name / "previous.yaml").write_bytes(b"other")
    with pytest.raises(OSError, match="damaged"):
        history.previous(entry)
    (tmp_path / "state" / FOLDER / entry.name / "entry.json").write_text("{", "utf-8")
    with pytest.raises(OSError, match="damaged"):
        history.last()
