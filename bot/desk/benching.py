"""`guichet bench`: the figures that the README names, each beside the target it is held to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
import yaml

from bot.answering import answer
from bot.settings import Settings
from bot.words.naming import script
from index.benchmark import interleaved, percentiles, scale
from index.model.embedding import Encoder
from index.names.finder import NameFinder
from index.snapshot import Snapshot
from index.store import Store
from knowledge.library import copy_shipped
from knowledge.text import LANGUAGES, Language

if TYPE_CHECKING:
    from bot.messenger.load import Bot
    from bot.messenger.loopback import Asked

QUESTIONS = 120
IN_TELEGRAM = (300, 10_000)
"""Questions asked over HTTP: in a quick run, and in a whole one, where memory is looked at after EARLY of them."""
EARLY = 1_000
ANSWERING = """
import re, sys
from bot.cli import main
sys.argv = ["guichet", "ask", "--jsonl", "-"]
try:
    main()
finally:
    peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
    print(int(peak.group(1)) / 1024, file=sys.stderr)
"""


LOADING = """
import re, sys, time
from pathlib import Path
from index.names.finder import NameFinder
from knowledge.places import Gazetteer
def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+)", open("/proc/self/status").read()).group(1)) / 1024
version, before, began = Path(sys.argv[1]), resident(), time.perf_counter()
gazetteer = Gazetteer.open(version / "places")
names = NameFinder.open(version / "names", gazetteer)
print(time.perf_counter() - began, resident() - before)
"""


@dataclass(frozen=True)
class Figure:
    """One figure: its name, value and unit, and what it is held to (blank where it only informs)."""

    name: str
    value: float
    unit: str
    target: str = ""


def figures(settings: Settings, snapshot: Snapshot, *, quick: bool) -> Iterator[Figure]:
    """Measure, and give each figure as soon as it is known; `quick` leaves out what takes minutes."""
    questions = _questions(snapshot)
    yield from _latency(questions, settings, snapshot)
    yield from _places(questions, settings, snapshot)
    yield from _cold()
    yield from _memory(questions)
    yield from telegram(settings, snapshot, IN_TELEGRAM[0] if quick else IN_TELEGRAM[1])
    if not quick:
        yield from _rebuild(settings)
        for cards in (1_000, 10_000, 100_000):
            found = scale(cards)
            yield Figure(f"{cards} synthetic cards: build", found.build_seconds, "s")
            yield Figure(f"{cards} synthetic cards: memory", found.megabytes, "MB")
            yield Figure(f"{cards} synthetic cards: search p50", found.search.p50, "ms")
            yield Figure(f"{cards} synthetic cards: search p95", found.search.p95, "ms")
            yield Figure(f"{cards} synthetic cards: recall", found.recall, "")


def _questions(snapshot: Snapshot) -> list[str]:
    """Return phrasings reworded enough not to be met again word for word, evenly spread over cards and languages.

    Which of a card's phrasings falls to its id: the last ones written are all of one kind.
    """
    cards = list(snapshot.library.cards.values())
    chosen = []
    for number in range(QUESTIONS):
        card = cards[number * len(cards) // QUESTIONS]
        language: Language = LANGUAGES[number % len(LANGUAGES)]
        phrasings = card.questions[language]
        text = phrasings[crc32(card.id.encode()) % len(phrasings)]
        chosen.append(_reworded(text, language))
    return chosen


def _reworded(phrasing: str, language: Language) -> str:
    return f"{phrasing} {'요즘은' if language == 'ko' else 'maintenant' if language == 'fr' else 'nowadays'}"


def _latency(questions: list[str], settings: Settings, snapshot: Snapshot) -> Iterator[Figure]:
    import torch
    from sentence_transformers import SentenceTransformer, util

    from index.model.builtin import reference_folder

    plain = SentenceTransformer(str(reference_folder(settings.cache)), local_files_only=True)
    texts = [q for card in snapshot.library.cards.values() for language in LANGUAGES for q in card.questions[language]]
    # Encoded by the built-in model, whose vectors are the same to 0.9999: 64 texts a second would be a long wait.
    corpus = torch.from_numpy(Encoder(snapshot.model, settings.cache).encode(texts, "query").vectors)
    today = date.today()

    def ours(question: str) -> object:
        return answer(question, snapshot, today=today)

    def theirs(question: str) -> object:
        vector = plain.encode(question, prompt_name="query", convert_to_tensor=True)
        return util.semantic_search(vector, corpus, top_k=5)

    our_time, their_time = interleaved(questions, ours, theirs)
    p50, p95 = our_time.over(their_time)
    yield Figure("a question end to end: p50", our_time.p50, "ms")
    yield Figure("a question end to end: p95", our_time.p95, "ms")
    yield Figure("the same by sentence-transformers and semantic_search: p50", their_time.p50, "ms")
    yield Figure("the same by sentence-transformers and semantic_search: p95", their_time.p95, "ms")
    yield Figure("ratio at p50", p50, "", "at most 0.5")
    yield Figure("ratio at p95", p95, "", "at most 0.6")


def _places(questions: list[str], settings: Settings, snapshot: Snapshot) -> Iterator[Figure]:
    current = Store(settings.state).current()
    if snapshot.names is None or current is None:
        return
    # A finder that has met none of them, each asked once: corrections of a word met before are remembered.
    names = NameFinder.open(current / "names", snapshot.library.gazetteer)
    timings = []
    for question in questions:
        language = script(question)
        began = time.perf_counter()
        names.find(question, language)
        timings.append((time.perf_counter() - began) * 1_000)
    found = percentiles(timings)
    yield Figure("recognising places in a message: p50", found.p50, "ms", "under 0.3")
    yield Figure("recognising places in a message: p95", found.p95, "ms", "under 2")
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", LOADING, str(current)], capture_output=True, text=True, check=True
    )
    seconds, megabytes = (float(part) for part in done.stdout.split())
    yield Figure("loading the places and their names", seconds, "s", "under 0.5")
    yield Figure("memory that adds", megabytes, "MB", "under 150")


def _timed(code: list[str], runs: int = 5) -> float:
    """Return the median seconds that a Python process takes."""
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run([sys.executable, *code], capture_output=True, check=False)  # noqa: S603 - our own command
        seconds.append(time.perf_counter() - began)
    return sorted(seconds)[runs // 2]


def _cold() -> Iterator[Figure]:
    cold = _timed(["-m", "bot", "ask", "Qui nomme les préfets ?"])
    imported = _timed(["-c", "import sentence_transformers"])
    yield Figure("cold `guichet ask`", cold, "s")
    yield Figure("`import sentence_transformers`", imported, "s")
    yield Figure("ratio of the two", cold / imported, "", "at most 0.5")


def _memory(questions: list[str]) -> Iterator[Figure]:
    lines = "".join(json.dumps({"id": n, "question": q}) + "\n" for n, q in enumerate(questions))
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", ANSWERING], input=lines, capture_output=True, text=True, check=False
    )
    yield Figure("resident memory, answering", float(done.stderr.split()[-1]), "MB", "under 500")


def telegram(settings: Settings, snapshot: Snapshot, number: int) -> Iterator[Figure]:
    """Measure `guichet telegram` over HTTP; memory and a reload only where more than EARLY questions are asked."""
    from bot.messenger.load import RATE, running

    questions = _mixed(snapshot, number)
    with tempfile.TemporaryDirectory() as scratch, running(settings, Path(scratch)) as bot:
        early = bot.ask(questions[:EARLY])
        memory = bot.resident()
        asked = [*early, *bot.ask(questions[EARLY:])]
        handled = percentiles([(each.answers[0] - each.handed) * 1_000 for each in asked])
        in_all = percentiles([(each.answers[0] - each.came) * 1_000 for each in asked])
        pace = f"{RATE} questions a second over HTTP"
        yield Figure(f"{pace}: p50", handled.p50, "ms", "under 50")
        yield Figure(f"{pace}: p95", handled.p95, "ms", "under 150")
        yield Figure(f"{pace}, fetching included: p50", in_all.p50, "ms")
        yield Figure(f"{pace}, fetching included: p95", in_all.p95, "ms")
        if number > EARLY:
            later = bot.resident()
            yield Figure(f"memory of the bot after {EARLY} questions", memory, "MB")
            yield Figure(f"memory of the bot after {number} questions", later, "MB")
            yield Figure("ratio of the two", later / memory, "", "at most 1.1")
            yield from _reload(bot, questions)


def _reload(bot: Bot, questions: Sequence[str]) -> Iterator[Figure]:
    _edit(bot.knowledge)
    longest = max(bot.ask_while_it_reloads(questions), key=_seconds)
    yield Figure("longest wait for an answer while /reload runs", _seconds(longest) * 1_000, "ms", "under 500")


def _seconds(asked: Asked) -> float:
    return asked.answers[0] - asked.came


def _mixed(snapshot: Snapshot, number: int) -> list[str]:
    """Return reworded phrasings of all cards and languages in an order of chance, always the same."""
    phrasings = [
        _reworded(phrasing, language)
        for card in snapshot.library.cards.values()
        for language in LANGUAGES
        for phrasing in card.questions[language]
    ]
    order = np.random.default_rng(0).permutation(len(phrasings))
    return [phrasings[order[place % len(order)]] for place in range(number)]


def _rebuild(settings: Settings) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "knowledge"
        copy_shipped(folder)
        environment = {"GUICHET_STATE": f"{scratch}/state", "GUICHET_KNOWLEDGE": str(folder)}
        whole = _index({**environment, "GUICHET_CACHE": f"{scratch}/cache"})
        yield Figure("phrasings in all", whole["phrasings"], "")
        yield Figure("index from nothing, model included", whole["seconds"], "s")
        yield Figure("the same for 10,000 phrasings", whole["seconds"] / whole["phrasings"] * 10_000, "s", "under 150")
        _index({**environment, "GUICHET_CACHE": str(settings.cache)})
        _edit(folder)
        edited = _index({**environment, "GUICHET_CACHE": str(settings.cache)})
        yield Figure("after one edited card: texts encoded", edited["encoded"], "", "that card's only")
        yield Figure("after one edited card: whole command", edited["seconds"], "s", "under 6")


def _edit(folder: Path) -> None:
    file = sorted(folder.glob("cards/**/*.yaml"))[0]
    cards = yaml.safe_load(file.read_text("utf-8"))
    cards[0]["questions"]["fr"].append(f"Une formulation que personne n'a encore écrite, la numéro {time.time_ns()} ?")
    file.write_text(yaml.safe_dump(cards, allow_unicode=True, sort_keys=False), "utf-8")


def _index(environment: dict[str, str]) -> dict[str, float]:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "bot", "index", "--json"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    report: dict[str, float] = json.loads(done.stdout)
    return {**report, "seconds": time.perf_counter() - began}


def line(figure: Figure) -> str:
    """Return a figure as a line for a person."""
    target = f"   ({figure.target})" if figure.target else ""
    return f"{figure.name:<62} {figure.value:10.3f} {figure.unit}{target}"
