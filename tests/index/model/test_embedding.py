from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.model.embedding import Encoded, Encoder
from index.model.opening import Kind, Model
from tests.index.hashed_model import HashedModel

ROOT = Path(__file__).parents[3]
TEXTS = [f"Qui est le maire de la commune numéro {i} ?" for i in range(100)]

# Run in a process of its own: encodes the texts number first to last, and prints what `Encoded` tells.
ENCODE = """
import os, resource, signal, sys
from pathlib import Path
import numpy as np
from index.model.embedding import Encoder
from tests.index.hashed_model import HashedModel

def encode(cache, first, last):
    texts = [f"text {i}" for i in range(first, last)]
    encoded = Encoder(HashedModel(), Path(cache)).encode(texts, "passage")
    assert (encoded.vectors == HashedModel().encode(texts, "passage")).all()
    print(encoded.encoded, encoded.cached, len(encoded.notes), *encoded.notes, flush=True)
"""


def run(script: str, *arguments: object) -> str:
    command = [sys.executable, "-c", ENCODE + script, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout


def encode(cache: Path, texts: Sequence[str] = TEXTS, kind: Kind = "query") -> Encoded:
    return Encoder(HashedModel(), cache).encode(texts, kind)


def file_of(cache: Path) -> Path:
    (path,) = (cache / "vectors").iterdir()
    return path


def test_texts_met_before_come_from_the_cache(tmp_path: Path) -> None:
    encode(tmp_path, TEXTS[:60])
    model = HashedModel()
    encoded = Encoder(model, tmp_path).encode(TEXTS, "query")
    assert (encoded.encoded, encoded.cached, encoded.notes) == (40, 60, ())
    assert model.asked == TEXTS[60:]


def test_vectors_read_back_are_exactly_those_encoded(tmp_path: Path) -> None:
    assert (encode(tmp_path).vectors == encode(tmp_path).vectors).all()


def test_vectors_come_in_the_order_of_the_texts(tmp_path: Path) -> None:
    encode(tmp_path, TEXTS[30:70])
    backwards = TEXTS[::-1]
    assert (encode(tmp_path, backwards).vectors == HashedModel().encode(backwards, "query")).all()


def test_equal_texts_are_encoded_once_and_all_get_their_vector(tmp_path: Path) -> None:
    model = HashedModel()
    encoded = Encoder(model, tmp_path).encode(["a", "b", "a", "a"], "query")
    assert (encoded.encoded, model.asked) == (2, ["a", "b"])
    assert (encoded.vectors == HashedModel().encode(["a", "b", "a", "a"], "query")).all()


def test_a_query_and_a_passage_of_the_same_text_are_kept_apart(tmp_path: Path) -> None:
    encode(tmp_path, TEXTS, "query")
    assert encode(tmp_path, TEXTS, "passage").cached == 0


def test_vectors_of_another_model_are_not_used(tmp_path: Path) -> None:
    encode(tmp_path)
    assert Encoder(HashedModel("hashed-2"), tmp_path).encode(TEXTS, "query").cached == 0


def test_no_text_gives_a_matrix_without_rows(tmp_path: Path) -> None:
    assert encode(tmp_path, []).vectors.shape == (0, HashedModel.dimension)


def test_progress_counts_up_to_the_texts_to_encode(tmp_path: Path) -> None:
    encode(tmp_path, ["known"])
    told: list[tuple[int, int]] = []
    texts = ["known", *(f"text {i}" for i in range(2500))]
    Encoder(HashedModel(), tmp_path).encode(texts, "query", lambda done, total: told.append((done, total)))
    assert told == [(1000, 2500), (2000, 2500), (2500, 2500)]


@settings(max_examples=30)
@given(st.lists(st.text(st.characters(), max_size=20), max_size=8))
def test_any_text_is_kept_lone_surrogates_too(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        encode(Path(folder), texts)
        again = encode(Path(folder), texts)
    assert (again.encoded, again.cached) == (0, len(set(texts)))
    assert (again.vectors == HashedModel().encode(texts, "query")).all()


@pytest.mark.parametrize("size", [0, 1, 50, 100, 4096, 8192, 10_000, 16_384, 20_000])
def test_a_torn_file_gives_right_vectors_and_is_mended(tmp_path: Path, size: int) -> None:
    encode(tmp_path)
    content = file_of(tmp_path).read_bytes()
    file_of(tmp_path).write_bytes(content[:size])
    assert (encode(tmp_path).vectors == HashedModel().encode(TEXTS, "query")).all()
    assert encode(tmp_path).cached == len(TEXTS)


def test_a_file_that_is_no_cache_is_started_anew_and_noted(tmp_path: Path) -> None:
    encode(tmp_path)
    file_of(tmp_path).write_bytes(b"not a database at all. " * 500)
    encoded = encode(tmp_path)
    assert encoded.encoded == len(TEXTS)
    assert "damaged" in encoded.notes[0]
    assert encode(tmp_path).cached == len(TEXTS)


def test_an_altered_vector_is_noted_and_encoded_again(tmp_path: Path) -> None:
    encode(tmp_path)
    content = bytearray(file_of(tmp_path).read_bytes())
    at = content.index(HashedModel().encode(TEXTS[:1], "query").tobytes())
    content[at + 5] ^= 1
    file_of(tmp_path).write_bytes(content)
    encoded = encode(tmp_path)
    assert (encoded.encoded, encoded.cached, len(encoded.notes)) == (1, len(TEXTS) - 1, 1)
    assert (encoded.vectors == HashedModel().encode(TEXTS, "query")).all()


@settings(max_examples=60)
@given(st.data())
def test_no_altered_byte_gives_a_wrong_vector(data: st.DataObject) -> None:
    texts = TEXTS[:12]
    with TemporaryDirectory() as folder:
        encode(Path(folder), texts)
        content = bytearray(file_of(Path(folder)).read_bytes())
        # Half of the examples fall on the header and the first page, where SQLite keeps what rules the rest.
        top = data.draw(st.sampled_from([200, len(content)]))
        content[data.draw(st.integers(0, top - 1))] ^= data.draw(st.integers(1, 255))
        file_of(Path(folder)).write_bytes(content)
        assert (encode(Path(folder), texts).vectors == HashedModel().encode(texts, "query")).all()


def test_processes_that_write_at_once_keep_everything(tmp_path: Path) -> None:
    script = "encode(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))"
    command = [sys.executable, "-c", ENCODE + script, str(tmp_path)]
    spans = [(0, 2000), (1000, 3000), (2000, 4000)]
    running = [subprocess.Popen([*command, str(a), str(b)], cwd=ROOT, stdout=subprocess.PIPE) for a, b in spans]
    outputs = [process.communicate(timeout=60)[0].split() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert [output[2] for output in outputs] == [b"0", b"0", b"0"]  # no notes
    assert encode(tmp_path, [f"text {i}" for i in range(4000)], "passage").cached == 4000


def test_a_kill_leaves_a_cache_that_is_whole(tmp_path: Path) -> None:
    script = "\nfor i in range(10**6): encode(sys.argv[1], 20 * i, 20 * i + 20)"
    command = [sys.executable, "-c", ENCODE + script, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(3):
            process.stdout.readline()
        time.sleep(0.013)
        process.kill()
    encoded = encode(tmp_path, [f"text {i}" for i in range(100)], "passage")
    assert (encoded.cached >= 60, encoded.notes) == (True, ())
    assert (encoded.vectors == HashedModel().encode([f"text {i}" for i in range(100)], "passage")).all()


def test_a_full_disk_is_noted_and_the_vectors_are_right(tmp_path: Path) -> None:
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)); encode(sys.argv[1], 0, 5000)"
    encoded, cached, notes, *text = run(limit, tmp_path).split()
    assert (encoded, cached, notes) == ("5000", "0", "1")
    assert "without keeping them" in " ".join(text)


def test_a_folder_that_cannot_be_written_is_noted_and_the_vectors_are_right(tmp_path: Path) -> None:
    (tmp_path / "vectors").write_text("a file where the folder should be")
    encoded = encode(tmp_path)
    assert (encoded.encoded, len(encoded.notes)) == (len(TEXTS), 1)
    assert (encoded.vectors == HashedModel().encode(TEXTS, "query")).all()


def test_a_cache_that_may_only_be_read_is_read() -> None:
    # Not under tmp_path, whose parents let nobody else pass; root may write anywhere, so the process becomes another.
    with TemporaryDirectory() as folder:
        cache = Path(folder)
        run("encode(sys.argv[1], 0, 30)", cache)
        file_of(cache).chmod(0o444)
        (cache / "vectors").chmod(0o555)
        cache.chmod(0o555)
        warm = 'HashedModel().encode(["imports"], "query"); '
        script = f"{warm}os.geteuid() == 0 and os.seteuid(65534); encode(sys.argv[1], 0, 40)"
        encoded, cached, notes, *_ = run(script, cache).split()
        cache.chmod(0o755)
        (cache / "vectors").chmod(0o755)
    assert (encoded, cached, notes) == ("10", "30", "1")


def test_the_built_in_model_fills_the_cache_with_what_it_encodes(tmp_path: Path, model: Model) -> None:
    texts = ["Qui nomme les préfets ?", "시장은 어떻게 뽑나요?", "How many regions are there?"]
    first, second = (Encoder(model, tmp_path).encode(texts, "query") for _ in range(2))
    assert (first.encoded, second.cached) == (3, 3)
    assert np.array_equal(first.vectors, second.vectors)
