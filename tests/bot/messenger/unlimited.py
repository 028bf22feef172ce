"""The bot without Telegram's limits on sending, so that a burst in a group takes seconds and not minutes."""

from __future__ import annotations

from bot import settings
from bot.messenger.application import Options, run
from bot.messenger.client import Limits
from bot.records.journal import open_journal

if __name__ == "__main__":
    chosen = settings.load()
    run(chosen, Options(limits=Limits(overall=10_000, group=100_000)), lambda: open_journal(chosen))
