"""The command `guichet`. What it prints for programs goes to stdout, what it says to people on the way to stderr."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.desk import desk_commands, operating_commands, terminal
from bot.desk.terminal import SET_UP, say, settings
from knowledge.errors import GuichetError
from knowledge.text import LANGUAGES, Language

if TYPE_CHECKING:
    from index.snapshot import Snapshot

NOT_ANSWERED = 3

app = typer.Typer(
    help="Guichet (창구): questions about the French and the Korean administrations, answered from sourced cards.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def _common(
    config: Annotated[Path | None, typer.Option("--config", help="Settings file instead of guichet.toml.")] = None,
) -> None:
    terminal.choose(config)


@app.command()
def ask(
    text: Annotated[str | None, typer.Argument(help="The question.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as one JSON object.")] = False,
    jsonl: Annotated[
        str | None, typer.Option("--jsonl", help="Read questions as JSON lines from a file, or - for stdin.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="Answer in fr, ko or en, whatever the question's language.")
    ] = None,
) -> None:
    """Answer a question: exit 0 if it was answered, 3 if not, 2 if Guichet is not set up."""
    from bot.desk import asking

    wanted = _language(language)
    if (text is None) == (jsonl is None):
        raise typer.BadParameter("give a question, or --jsonl FILE")
    snapshot = _open()
    if jsonl is not None:
        raise typer.Exit(asking.answer_lines(jsonl, snapshot, wanted, sys.stdout))
    answered = asking.answer_one(text or "", snapshot, wanted, as_json, sys.stdout)
    raise typer.Exit(0 if answered else NOT_ANSWERED)


@app.command()
def chat(
    language: Annotated[str | None, typer.Option("--language", help="Answer in fr, ko or en.")] = None,
) -> None:
    """Ask in a conversation; /fr, /ko, /en and /auto switch the language, /quit ends."""
    from bot.desk import asking

    wanted = _language(language)
    asking.converse(_open(), wanted, sys.stdin, sys.stdout)


@app.command()
def index(
    force: Annotated[bool, typer.Option("--force", help="Build even if nothing changed.")] = False,
    rollback: Annotated[bool, typer.Option("--rollback", help="Go back to the version before.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Bring the index up to date with the knowledge folder."""
    from bot.desk import progress
    from index.build import build
    from index.model.embedding import Encoder
    from index.model.opening import open_model
    from index.store import Store

    chosen = settings()
    store = Store(chosen.state)
    if rollback:
        with store.building(lambda: say("another build is running; waiting for it")):
            typer.echo(store.rollback(lambda step: None))
        return
    with progress.shown() as watcher:
        model = open_model(chosen.model, chosen.cache, watcher.stage)
        report = build(chosen.knowledge, store, Encoder(model, chosen.cache), watcher, force=force)
    if as_json:
        typer.echo(json.dumps(asdict(report)))
    elif report.built:
        typer.echo(
            f"{report.cards} cards, {report.phrasings} phrasings: {report.encoded} texts encoded, "
            f"{report.from_cache} from cache, {report.seconds:.1f} s; version {report.version}"
        )
    else:
        typer.echo(f"up to date: {report.cards} cards, {report.phrasings} phrasings; version {report.version}")


@app.command("eval")
def evaluate(
    file: Annotated[Path, typer.Argument(help="Labelled questions, JSON lines.")],
    save: Annotated[Path | None, typer.Option("--save", help="Write what became of each question.")] = None,
    against: Annotated[Path | None, typer.Option("--against", help="Say which questions changed since.")] = None,
    plots: Annotated[Path | None, typer.Option("--plots", help="Folder for the two diagrams (PNG).")] = None,
    wrong: Annotated[bool, typer.Option("--wrong", help="List the questions that were not right.")] = False,
) -> None:
    """Ask labelled questions and say how many answers were right, wrong, refused, asked back."""
    from bot.desk import evaluating
    from index.evaluation import report

    questions = evaluating.read_questions(file)
    outcomes = evaluating.evaluate(questions, _open())
    for line in evaluating.summary(report(outcomes)):
        typer.echo(line)
    if wrong:
        for outcome in outcomes:
            if outcome.verdict != "right":
                wanted = ",".join(sorted(outcome.wanted)) or "-"
                typer.echo(
                    f"{outcome.verdict}\t{outcome.id}\t{outcome.confidence:.2f}\t{outcome.question}\t{wanted}\t"
                    f"{','.join(outcome.got[:3])}"
                )
    if against is not None:
        for line in evaluating.changes(outcomes, against):
            typer.echo(line)
    if save is not None:
        evaluating.save(outcomes, save)
    if plots is not None:
        for path in evaluating.plot(outcomes, plots):
            typer.echo(str(path))


@app.command()
def telegram(
    webhook: Annotated[
        str | None, typer.Option("--webhook", help="Public https address that Telegram brings updates to.")
    ] = None,
    listen: Annotated[
        str, typer.Option("--listen", help="HOST:PORT where a proxy passes the webhook on.")
    ] = "127.0.0.1:8443",
    secret_token_file: Annotated[
        Path | None, typer.Option("--secret-token-file", help="File with the webhook's secret; made up if not given.")
    ] = None,
) -> None:
    """Run the Telegram bot: by polling, or with --webhook behind a proxy."""
    from bot.messenger import application
    from bot.records.journal import open_journal

    config = ("--config", str(terminal.config())) if terminal.config() is not None else ()
    options = application.Options(webhook, listen, secret_token_file, config)
    chosen = settings()
    application.run(chosen, options, lambda: open_journal(chosen))


@app.command()
def bench(
    quick: Annotated[bool, typer.Option("--quick", help="Leave out what takes minutes.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print each figure as a JSON object.")] = False,
) -> None:
    """Measure speed, memory and scale against plain sentence-transformers; needs the full installation."""
    from bot.desk import benching

    for figure in benching.figures(settings(), _open(), quick=quick):
        typer.echo(json.dumps(asdict(figure), ensure_ascii=False) if as_json else benching.line(figure))


desk_commands.register(app)
operating_commands.register(app)


def _language(value: str | None) -> Language | None:
    if value is None:
        return None
    for language in LANGUAGES:
        if value == language:
            return language
    raise typer.BadParameter(f"`{value}`: fr, ko or en", param_hint="--language")


def _open() -> Snapshot:
    from bot.desk import progress
    from bot.desk.startup import open_current

    with progress.shown() as watcher:
        return open_current(settings(), say, watcher)


def main() -> None:
    """Run the command; what a person can mend is one line on stderr, never a traceback."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace" if stream is not sys.stdin else "surrogateescape")
    try:
        app()
    except GuichetError as error:
        say(str(error))
        sys.exit(SET_UP)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
