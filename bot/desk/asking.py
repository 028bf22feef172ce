"""Questions from a terminal or a program: one, a file of JSON lines, or a conversation."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.answering import Reply, answer, recall
from bot.errors import SettingsError
from bot.sheets.rendering import to_json
from bot.turn import Turn
from index.snapshot import Snapshot
from knowledge.text import LANGUAGES, Language

PROMPT = "> "


class Exchange(BaseModel):
    """A question asked before, with its answer, which is not needed."""

    model_config = ConfigDict(extra="ignore")

    question: str
    answer: str | None = None


class Line(BaseModel):
    """One question of a file of JSON lines."""

    model_config = ConfigDict(extra="ignore")

    id: Any = None
    question: str
    history: list[Exchange] = []
    user_language: str | None = None


def answer_one(text: str, snapshot: Snapshot, language: Language | None, as_json: bool, out: TextIO) -> bool:
    """Answer one question onto `out`; return whether it was answered."""
    reply, milliseconds = _timed(text, snapshot, language, [])
    out.write((to_json(reply.answer, None, milliseconds) if as_json else reply.answer.text) + "\n")
    return reply.answer.status == "answered"


def answer_lines(path: str, snapshot: Snapshot, language: Language | None, out: TextIO) -> int:
    """Answer a file of JSON lines (`-`: stdin), a line out for each line in, flushed at once; return the exit code."""
    code = 0
    with _opened(path) as lines:
        for number, raw in enumerate(lines, 1):
            if not raw.strip():
                continue
            read = _read(raw)
            if isinstance(read, str):
                code = 1
                written = json.dumps({"line": number, "error": read}, ensure_ascii=False)
            else:
                history = recall([exchange.question for exchange in read.history], snapshot, date.today())
                reply, milliseconds = _timed(read.question, snapshot, language, history, read.user_language)
                written = to_json(reply.answer, read.id, milliseconds)
            out.write(written + "\n")
            out.flush()
    return code


def _opened(path: str) -> AbstractContextManager[TextIO]:
    if path == "-":
        return nullcontext(sys.stdin)
    try:
        return Path(path).open(encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from None


def converse(snapshot: Snapshot, language: Language | None, source: TextIO, out: TextIO) -> None:
    """Answer line after line in one conversation until /quit or the end of input."""
    history: list[Turn] = []
    for message in _prompted(source, out):
        command = message.strip().lower()
        if command in ("/quit", "/exit"):
            return
        if command == "/auto" or (command[1:] in LANGUAGES and command[:1] == "/"):
            language = next((tongue for tongue in LANGUAGES if f"/{tongue}" == command), None)
            continue
        reply, _ = _timed(message, snapshot, language, history)
        history.append(reply.turn)
        out.write(f"{reply.answer.text}\n\n")


def _prompted(source: TextIO, out: TextIO) -> Iterator[str]:
    while True:
        out.write(PROMPT)
        out.flush()
        line = source.readline()
        if not line:
            out.write("\n")
            return
        yield line


def _read(raw: str) -> Line | str:
    """Return the question of a line, or what is wrong with it."""
    try:
        return Line.model_validate(json.loads(raw))
    except json.JSONDecodeError as error:
        return f"not valid JSON: {error.msg} at column {error.colno}"
    except RecursionError:
        return "not valid JSON: nested too deep"
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return f"`{where}`: {first['msg'].lower()}" if where else "an object with a `question` was expected"


def _timed(
    text: str, snapshot: Snapshot, language: Language | None, history: list[Turn], user_language: str | None = None
) -> tuple[Reply, float]:
    began = time.perf_counter()
    reply = answer(text, snapshot, history=history, user_language=user_language, language=language, today=date.today())
    return reply, (time.perf_counter() - began) * 1_000
