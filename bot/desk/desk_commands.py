"""The commands of editors at a desk: check, init, schema, card new."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.desk.terminal import FAULTY, say, settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.document import Fault
    from knowledge.library import Report

_Choice = TypeVar("_Choice", bound=str)
card = typer.Typer(help="Cards.", no_args_is_help=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(check)
    app.command()(init)
    app.command()(schema)
    app.add_typer(card, name="card")


def check(
    folder: Annotated[Path | None, typer.Argument(help="The knowledge folder; the one in use if not given.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as faults.")] = False,
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Do not look for phrasings that the model takes for the same.")
    ] = False,
) -> None:
    """Check a knowledge folder: every fault as `file:line:column: message`; exit 1 if there is one."""
    from knowledge.library import check as check_folder

    report = check_folder(folder or settings().knowledge)
    for fault in report.faults:
        typer.echo(str(fault))
    if report.library is None:
        _warn(report.warnings)
        say(f"{len(report.faults)} faults, {len(report.warnings)} warnings")
        raise typer.Exit(FAULTY)
    warnings = sorted({*report.warnings, *(() if no_model else _doubles(report))})
    _warn(warnings)
    library = report.library
    say(
        f"{len(library.cards)} cards, {library.phrasings} phrasings, {len(library.contacts)} contacts, "
        f"{len(library.partnerships)} partnerships, {len(library.gazetteer)} places: "
        f"no faults, {len(warnings)} warnings"
    )
    if strict and warnings:
        raise typer.Exit(FAULTY)


def init(folder: Annotated[Path, typer.Argument(help="Where the copy goes; it must not exist or be empty.")]) -> None:
    """Copy the shipped knowledge into a folder, to be edited there."""
    from knowledge.library import copy_shipped

    count = copy_shipped(folder)
    typer.echo(f"{folder}: {count} files. Edit them, run `guichet check {folder}`, and set GUICHET_KNOWLEDGE={folder}")


def schema(
    kind: Annotated[str, typer.Argument(help="card or contact: what the file is a list of.")] = "card",
    output: Annotated[Path | None, typer.Option("--output", help="Write it into a file instead.")] = None,
) -> None:
    """Print the JSON Schema of a cards file, by which an editor completes and checks what is typed."""
    from bot.desk.card_file import write
    from knowledge.schema import KINDS, schema_text

    text = schema_text(_one_of(kind, KINDS, "KIND"))
    if output is None:
        typer.echo(text, nl=False)
    else:
        write(output, text.encode())


@card.command()
def new(
    id: Annotated[str, typer.Argument(help="The card's id; it begins with fr-, kr-, cmp- or coop-.")],
    country: Annotated[
        str | None, typer.Option("--country", help="fr, kr or both; the one of the id if not given.")
    ] = None,
    topic: Annotated[str | None, typer.Option("--topic", help="What the card is about: levels, state, local…")] = None,
    into: Annotated[Path | None, typer.Option("--into", help="Add it at the end of a cards file instead.")] = None,
) -> None:
    """Print a card to fill in; what is blank is a fault until it is filled in."""
    from bot.desk.card_file import add
    from knowledge.cards import COUNTRIES, TOPICS
    from knowledge.skeleton import skeleton

    chosen_country = _one_of(country, COUNTRIES, "--country") if country is not None else None
    chosen_topic = _one_of(topic, TOPICS, "--topic") if topic is not None else None
    text = skeleton(id, {}, date.today(), country=chosen_country, topic=chosen_topic)
    if into is None:
        typer.echo(text, nl=False)
    else:
        add(into, id, text)
        say(f"{into}: `{id}` is at its end; fill in what is marked TODO, then run `guichet check`")


def _one_of(value: str, choices: Sequence[_Choice], where: str) -> _Choice:
    for choice in choices:
        if value == choice:
            return choice
    raise typer.BadParameter(f"`{value}`: {', '.join(choices)}", param_hint=where)


def _warn(warnings: Iterable[Fault]) -> None:
    for warning in warnings:
        typer.echo(f"{warning.path}:{warning.line}:{warning.column}: warning: {warning.message}")


def _doubles(report: Report) -> Iterable[Fault]:
    """Return a warning for each two phrasings that the model takes for the same; none, and a line, without a model."""
    from bot.desk import progress
    from index.errors import ModelError
    from index.model.embedding import Encoder
    from index.model.opening import open_model
    from index.ranking.likeness import doubles, phrasings

    chosen = settings()
    asked = phrasings(report.cards.values())
    with progress.shown() as watcher:
        try:
            model = open_model(chosen.model, chosen.cache, watcher.stage)
        except ModelError as error:
            say(f"phrasings of two cards that mean the same were not looked for: {error}")
            return ()
        encoded = Encoder(model, chosen.cache).encode([each.text for each in asked], "query", watcher.progress)
    for note in encoded.notes:
        say(note)
    return doubles(asked, encoded.vectors)
