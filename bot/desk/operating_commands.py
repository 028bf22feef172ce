"""The commands of those who run the bot: backup, restore, doctor."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.desk.terminal import FAULTY, config, say, settings


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(backup)
    app.command()(restore)
    app.command()(doctor)


def backup(
    target: Annotated[Path, typer.Argument(help="A new file that ends in .tar.gz, or a folder that is there.")],
) -> None:
    """Write the journal, the knowledge folder and what belongs to them into one file, while the bot runs."""
    from bot.records.backup import back_up

    done = back_up(settings(), target, datetime.now(UTC))
    for line in done.left_out:
        say(f"left out: {line}")
    typer.echo(f"{done.file}: {done.files} files. Keep it as you keep the journal: it holds what people asked")


def restore(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    force: Annotated[
        bool, typer.Option("--force", help="Replace what is there; it is kept under another name.")
    ] = False,
) -> None:
    """Put a backup back where the settings point; stop the bot first."""
    from bot.records.restoring import restore as put_back

    done = put_back(settings(), file, datetime.now(UTC), force=force)
    for path in done.replaced:
        say(f"kept: {path}")
    for path in done.parts:
        typer.echo(str(path))
    say(f"restored what was kept on {done.made_at}; `guichet index` makes the rest")


def doctor(
    offline: Annotated[bool, typer.Option("--offline", help="Do not ask Telegram.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as one JSON object.")] = False,
) -> None:
    """Examine settings, knowledge, model, index, journal, Telegram, and say how to mend each; exit 1 if one fails."""
    from bot.desk.doctor import examine

    findings = []
    for finding in examine(config(), offline=offline):
        findings.append(finding)
        if not as_json:
            mend = f"\n{'':15}{finding.mend}" if finding.mend else ""
            typer.echo(f"{finding.verdict:<4} {finding.part:<9} {finding.message}{mend}")
    failed = any(finding.verdict == "fail" for finding in findings)
    if as_json:
        report = {"ok": not failed, "findings": [asdict(finding) for finding in findings]}
        typer.echo(json.dumps(report, ensure_ascii=False, indent=1))
    if failed:
        raise typer.Exit(FAULTY)
