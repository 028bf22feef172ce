"""What the bot is given to show that it is itself: its token, and files that hold a secret."""

from __future__ import annotations

from pathlib import Path

from bot.errors import SettingsError
from bot.settings import Settings


def read_token(settings: Settings) -> str:
    """Return the token; raise SettingsError, which never shows it, where there is none that could be right."""
    token, where = settings.telegram_token, "GUICHET_TELEGRAM_TOKEN"
    if token is None and settings.telegram_token_file is not None:
        where = f"GUICHET_TELEGRAM_TOKEN_FILE ({settings.telegram_token_file})"
        token = read_secret(settings.telegram_token_file, where)
    if token is None or not token.strip():
        raise SettingsError(
            "no Telegram token: set GUICHET_TELEGRAM_TOKEN or GUICHET_TELEGRAM_TOKEN_FILE (@BotFather gives one)"
        )
    token = token.strip()
    number, _, rest = token.partition(":")
    if not number.isdecimal() or not rest or not rest.isascii() or not all(c.isalnum() or c in "_-" for c in rest):
        raise SettingsError(f"{where}: that is no Telegram token; it looks like 123456:ABC… (@BotFather gives it)")
    return token


def read_secret(file: Path, where: str) -> str:
    """Return the text of a file; raise SettingsError, which names `where` it is set, if there is none."""
    try:
        secret = file.expanduser().read_text("utf-8").strip()
    except OSError as error:
        raise SettingsError(f"{where}: {file} cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{where}: {file} is not text") from None
    if not secret:
        raise SettingsError(f"{where}: {file} is empty")
    return secret
