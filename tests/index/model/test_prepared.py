from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import ModelError
from index.model.prepared import MANIFEST, fault, prepare

ROOT = Path(__file__).parents[3]

# Run in a process of its own; `write` leaves a line for each time it was called.
PREPARE = """
import os, resource, signal, sys, time
from pathlib import Path
from index.model.prepared import prepare

folder = Path(sys.argv[1])

def write(into):
    with (folder.parent / "written").open("a") as log:
        print(into, file=log)
    (into / "weights").write_bytes(b"w" * 200_000)
    time.sleep(0.3)
"""


def write(into: Path) -> None:
    (into / "weights").write_bytes(b"w" * 1000)
    (into / "part").mkdir()
    (into / "part" / "vocabulary").write_text("words")


def refuse(into: Path) -> None:
    pytest.fail("what is sound is not written again")


def folder_in(models: Path) -> Path:
    folder = models / "small-1"
    prepare(folder, "1", write)
    return folder


def test_a_prepared_folder_is_sound_and_alone(tmp_path: Path) -> None:
    folder = folder_in(tmp_path)
    assert fault(folder, "1") is None
    assert (folder / "weights").stat().st_size == 1000
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == [folder]


def test_what_is_sound_is_not_written_again(tmp_path: Path) -> None:
    prepare(folder_in(tmp_path), "1", refuse)


def _cut(folder: Path) -> None:
    (folder / "weights").write_bytes(b"w" * 999)


def _alter(folder: Path) -> None:
    (folder / "weights").write_bytes(b"w" * 500 + b"v" + b"w" * 499)


def _lose(folder: Path) -> None:
    (folder / "part" / "vocabulary").unlink()


def _stop_before_the_manifest(folder: Path) -> None:
    (folder / MANIFEST).unlink()


def _cut_the_manifest(folder: Path) -> None:
    (folder / MANIFEST).write_text((folder / MANIFEST).read_text()[:40])


def _take_anothers_manifest(folder: Path) -> None:
    (folder / MANIFEST).write_text('{"format": 1, "model": "2", "files": {}}')


@pytest.mark.parametrize(
    "harm", [_cut, _alter, _lose, _stop_before_the_manifest, _cut_the_manifest, _take_anothers_manifest]
)
def test_a_harmed_folder_is_prepared_again_and_told(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    folder = folder_in(tmp_path)
    harm(folder)
    told: list[str] = []
    prepare(folder, "1", write, told.append)
    assert fault(folder, "1") is None
    assert len(told) == 1 and str(folder) in told[0]


def test_a_failure_while_writing_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(into: Path) -> None:
        write(into)
        raise ModelError("no weights")

    with pytest.raises(ModelError, match="no weights"):
        prepare(tmp_path / "small-1", "1", fail)
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]


def test_a_kill_while_writing_is_recovered_from(tmp_path: Path) -> None:
    folder = tmp_path / "small-1"
    script = PREPARE + "prepare(folder, '1', lambda into: (write(into), os.kill(os.getpid(), signal.SIGKILL)))"
    killed = subprocess.run([sys.executable, "-c", script, str(folder)], cwd=ROOT, timeout=60)
    assert killed.returncode < 0 and not folder.exists()
    assert fault(folder_in(tmp_path), "1") is None
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == [folder]


def test_of_two_processes_one_writes_and_the_other_waits(tmp_path: Path) -> None:
    folder = tmp_path / "small-1"
    command = [sys.executable, "-c", PREPARE + "prepare(folder, '1', write, print)", str(folder)]
    running = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    assert len((tmp_path / "written").read_text().splitlines()) == 1
    assert fault(folder, "1") is None


def test_a_full_disk_is_one_line_that_names_the_setting(tmp_path: Path) -> None:
    script = PREPARE + "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)); prepare(folder, '1', write)"
    command = [sys.executable, "-c", script, str(tmp_path / "small-1")]
    failed = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, timeout=60)
    assert "ModelError" in failed.stderr.splitlines()[-1]
    assert "GUICHET_CACHE" in failed.stderr.splitlines()[-1]
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]


def test_a_place_that_cannot_be_written_is_one_line_that_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where the folder should be")
    with pytest.raises(ModelError, match="GUICHET_CACHE"):
        prepare(tmp_path / "models" / "small-1", "1", write)
