"""What a build does, shown on stderr: a bar on a terminal, single lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from index.build import Watcher


@contextmanager
def shown() -> Iterator[Watcher]:
    """Give a watcher that shows the build on stderr while the block runs; nothing is shown where nothing is built."""
    console = Console(stderr=True, highlight=False)

    def say(line: str) -> None:
        console.print(f"guichet: {line}", markup=False)

    if not console.is_terminal:
        yield Watcher(stage=say, waiting=lambda: say("another process builds the index; waiting for it"))
        return
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("encoding", total=None, visible=False)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=done < total)

        yield Watcher(
            progress=progress,
            stage=say,
            waiting=lambda: say("another process builds the index; waiting for it"),
        )
