"""The bot as a client of Telegram: how it connects, what limits it keeps, what handles its updates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from telegram.ext import AIORateLimiter, Application, ApplicationBuilder

from bot.messenger import routing
from bot.messenger.ledger import Ledger
from bot.messenger.network import FetchingRequest, NotingRequest
from bot.settings import Settings

CONNECTIONS = 64


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's limits on sending: messages a second in all, and a minute in one group."""

    overall: float = 30
    group: float = 20


def build(token: str, settings: Settings, ledger: Ledger, limits: Limits) -> Application[Any, Any, Any, Any, Any, Any]:
    """Return the application: no fetching of its own, Telegram's limits kept, all handlers registered."""
    base = settings.telegram_api.rstrip("/")
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{base}/bot")
        .base_file_url(f"{base}/file/bot")
        .request(NotingRequest(ledger, connections=CONNECTIONS))
        .get_updates_request(FetchingRequest(connection_pool_size=2, read_timeout=20, connect_timeout=5))
        .rate_limiter(AIORateLimiter(overall_max_rate=limits.overall, group_max_rate=limits.group, max_retries=2))
        .updater(None)
        .job_queue(None)
        .build()
    )
    routing.register(application)
    return application
