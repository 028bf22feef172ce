"""`guichet eval`: asks labelled questions as a person would, and says how the answers fared."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from bot.answer import Answer
from bot.answering import answer, recall
from bot.desk.asking import Exchange
from bot.errors import SettingsError
from index.evaluation import Outcome, Report, Tally, reliability, risk_coverage
from index.snapshot import Snapshot
from knowledge.text import ungrouped


class Labelled(BaseModel):
    """A question with its known answer: acceptable ids, or out of scope; each text of `contains` must stand in it."""

    model_config = ConfigDict(extra="ignore")

    id: str
    lang: str
    question: str
    history: list[Exchange] = []
    user_language: str | None = None
    cards: list[str] = []
    places: list[str] = []
    contacts: list[str] = []
    contains: list[str] = []
    out_of_scope: bool = False
    topic: str | None = None

    @field_validator("contains", mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value


def read_questions(file: Path) -> list[Labelled]:
    """Return the questions of a JSON-lines file; raise SettingsError that names the first faulty line."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: cannot be read ({error})") from None
    questions = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                question = Labelled.model_validate_json(line)
            except ValidationError as error:
                raise SettingsError(f"{file}:{number}: {error.errors()[0]['msg']}") from None
            if question.out_of_scope == bool(question.cards or question.places or question.contacts):
                raise SettingsError(f"{file}:{number}: either acceptable ids, or out_of_scope: true")
            questions.append(question)
    return questions


def evaluate(questions: Sequence[Labelled], snapshot: Snapshot) -> list[Outcome]:
    """Ask each question and return what became of it."""
    today = date.today()
    outcomes = []
    for labelled in questions:
        history = recall([exchange.question for exchange in labelled.history], snapshot, today)
        reply = answer(labelled.question, snapshot, history=history, user_language=labelled.user_language, today=today)
        outcomes.append(outcome(labelled, reply.answer, snapshot))
    return outcomes


def outcome(labelled: Labelled, given: Answer, snapshot: Snapshot) -> Outcome:
    """Return what became of a labelled question that was given an answer."""
    wanted = frozenset(labelled.cards + labelled.places + labelled.contacts)
    got = (*given.cards, *given.places, *given.contacts)
    said = ungrouped(given.answer)
    missing = [text for text in labelled.contains if ungrouped(text) not in said]
    if missing:
        got = tuple(f"{id} without `{missing[0]}`" for id in got)
    cards = [snapshot.library.cards[id].topic for id in labelled.cards if id in snapshot.library.cards]
    kind = "places" if labelled.places else "contacts" if labelled.contacts else "out of scope"
    return Outcome(
        id=labelled.id,
        question=labelled.question,
        language=labelled.lang,
        topic=labelled.topic or (cards[0] if cards else kind),
        wanted=wanted,
        status=given.status,
        got=got,
        answer_language=given.language,
        confidence=given.confidence,
    )


def save(outcomes: Sequence[Outcome], file: Path) -> None:
    """Write outcomes, one JSON object a line, to be compared with later ones."""
    saved = ({**asdict(o), "wanted": sorted(o.wanted), "verdict": o.verdict} for o in outcomes)
    lines = (json.dumps(outcome, ensure_ascii=False) for outcome in saved)
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def changes(outcomes: Sequence[Outcome], earlier: Path) -> list[str]:
    """Return a line for each question whose verdict differs from the saved one; raise SettingsError if unreadable."""
    try:
        before = {o["id"]: o["verdict"] for o in map(json.loads, earlier.read_text("utf-8").splitlines())}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(f"{earlier}: not saved by `guichet eval --save` ({error})") from None
    return [
        f"{o.id}: {before[o.id]} -> {o.verdict}  {o.question}"
        for o in outcomes
        if o.id in before and before[o.id] != o.verdict
    ]


def summary(found: Report) -> list[str]:
    """Return a report as lines for a person."""
    lines = [_line("in scope", found.in_scope), _line("out of scope", found.out_of_scope)]
    lines += [_line(f"  {name}", tally) for name, tally in found.by_language.items()]
    lines += [_line(f"  {name}", tally) for name, tally in found.by_topic.items()]
    lines.append(f"answered in the right language: {found.language_right:.1%}")
    lines.append(f"expected calibration error: {found.calibration_error:.3f}")
    lines += [f"confused: {wanted} -> {given} ({count})" for wanted, given, count in found.confusions[:20]]
    return lines


def _line(name: str, tally: Tally) -> str:
    return (
        f"{name:<16} {tally.questions:5} questions  right {tally.share_right:6.1%}  "
        f"wrong {tally.wrong}  refused {tally.refused}  asked back {tally.asked}"
    )


def plot(outcomes: Sequence[Outcome], folder: Path) -> list[Path]:
    """Draw the risk-coverage curve and the reliability diagram as PNG files; return their paths."""
    from matplotlib.figure import Figure

    folder.mkdir(parents=True, exist_ok=True)
    curve = risk_coverage(outcomes)
    bins = reliability(outcomes)
    drawings = (
        ("risk-coverage.png", "coverage", "risk", [c for c, _ in curve], [r for _, r in curve], None),
        ("reliability.png", "confidence", "share right", [c for c, _, _ in bins], [r for _, r, _ in bins], [0, 1]),
    )
    paths = []
    for name, across, up, x, y, diagonal in drawings:
        figure = Figure(figsize=(5, 4), layout="constrained")
        axes = figure.add_subplot(xlabel=across, ylabel=up, xlim=(0, 1), ylim=(0, 1))
        if diagonal is not None:
            axes.plot(diagonal, diagonal, color="0.7", linestyle="--")
        axes.plot(x, y, marker="o" if diagonal is not None else None)
        axes.grid(color="0.9")
        figure.savefig(folder / name, dpi=120)
        paths.append(folder / name)
    return paths
