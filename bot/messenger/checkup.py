"""Examines the bot as Telegram sees it: its token, what BotFather set, and a webhook that stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx

from bot.desk.findings import Finding, fail, ok, warn
from bot.errors import SettingsError
from bot.messenger.tokens import read_token
from bot.settings import Settings

PART = "telegram"
PATIENCE = 10.0


class _RefusedError(Exception):
    """Telegram says no; the code is HTTP's."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def examine_telegram(settings: Settings, *, offline: bool) -> Iterator[Finding]:
    """Examine the token, and ask Telegram about the bot unless `offline`; no finding shows the token."""
    if settings.telegram_token is None and settings.telegram_token_file is None:
        yield warn(PART, "no token: only the terminal works", "set GUICHET_TELEGRAM_TOKEN_FILE (@BotFather gives one)")
        return
    try:
        token = read_token(settings)
    except SettingsError as error:
        yield fail(PART, str(error), "set GUICHET_TELEGRAM_TOKEN_FILE to a file with the token alone")
        return
    if offline:
        yield ok(PART, "a token is given; Telegram was not asked")
        return
    base = f"{settings.telegram_api.rstrip('/')}/bot{token}"
    try:
        with httpx.Client(timeout=PATIENCE) as client:
            me, webhook = _ask(client, base, "getMe"), _ask(client, base, "getWebhookInfo")
    except _RefusedError as error:
        if error.code in (401, 404):
            mend = "ask @BotFather for the token anew (/token), and check GUICHET_TELEGRAM_API"
            yield fail(PART, "Telegram refuses the token", mend)
        else:
            yield fail(PART, f"Telegram answers with an error ({error.code})", "try again in a moment")
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:  # its text may hold the address, and so the token
        where = f"{settings.telegram_api} cannot be reached ({type(error).__name__})"
        yield fail(PART, where, "check the network, a proxy, and GUICHET_TELEGRAM_API")
    else:
        yield from bot_findings(me)
        yield from webhook_findings(webhook)


def bot_findings(me: dict[str, Any]) -> Iterator[Finding]:
    """Give what follows from Telegram's description of the bot."""
    yield ok(PART, f"@{me.get('username')}: Telegram takes the token")
    if me.get("can_read_all_group_messages"):
        yield warn(
            PART, "privacy mode is off: every message of a group reaches the bot",
            "right if a group uses /listen; otherwise @BotFather, /setprivacy, Enable, and add the bot anew",
        )  # fmt: skip
    else:
        yield ok(PART, "privacy mode is on: in groups only commands, mentions and replies reach the bot")
    if not me.get("can_join_groups"):
        yield warn(PART, "the bot cannot be added to groups", "@BotFather, /setjoingroups, Enable")
    if not me.get("supports_inline_queries"):
        yield warn(PART, "inline mode is off: @bot in other chats finds nothing", "@BotFather, /setinline")


def webhook_findings(webhook: dict[str, Any]) -> Iterator[Finding]:
    """Give what follows from Telegram's description of the webhook."""
    host = urlsplit(str(webhook.get("url") or "")).hostname
    if host is None:
        yield ok(PART, "no webhook is set: updates are fetched")
    else:
        yield ok(PART, f"a webhook is set, at {host}; without --webhook the bot removes it when it starts")
        if webhook.get("last_error_message"):
            message = f"the webhook failed last with: {webhook['last_error_message']}"
            yield warn(PART, message, "check the proxy, its certificate, and that the bot runs with --webhook")
    pending = int(webhook.get("pending_update_count") or 0)
    if pending:
        yield warn(PART, f"{pending} updates wait for the bot", "start it, or see in its log why it does not take them")


def _ask(client: httpx.Client, base: str, method: str) -> dict[str, Any]:
    response = client.get(f"{base}/{method}")
    body = response.json() if response.headers.get("content-type", "").startswith("application/json") else {}
    if response.status_code != httpx.codes.OK or not isinstance(body, dict) or not body.get("ok"):
        raise _RefusedError(response.status_code)
    result = body["result"]
    return result if isinstance(result, dict) else {}
