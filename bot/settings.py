"""Settings from one place: `guichet.toml`, overridden by environment variables that begin with GUICHET_."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.errors import SettingsError
from knowledge.library import SHIPPED

PREFIX = "GUICHET_"


def _home(*parts: str) -> Path:
    return Path.home().joinpath(*parts)


class Settings(BaseModel):
    """What a person can set; the environment variable of `state` is GUICHET_STATE, its key in the file `state`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: Path = _home(".local", "state", "guichet")
    cache: Path = _home(".cache", "guichet")
    knowledge: Path = SHIPPED
    model: str | None = None
    telegram_token: str | None = None
    telegram_token_file: Path | None = None
    telegram_api: str = "https://api.telegram.org"
    telegram_admins: str = ""
    http: str | None = None
    database: str | None = None


def load(config: Path | None = None) -> Settings:
    """Return the settings: of `config`, or the first file found of the usual ones, and of the environment.

    Raises SettingsError that names the file or variable and the mend.
    """
    file = config or next((path for path in _usual() if path.is_file()), None)
    values = _from_file(file) if file is not None else {}
    environment = {
        key.removeprefix(PREFIX).lower(): value for key, value in os.environ.items() if key.startswith(PREFIX) and value
    }
    known = {key: value for key, value in environment.items() if key in Settings.model_fields}
    try:
        settings = Settings(**{**values, **known})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        where = f"{PREFIX}{key.upper()}" if key in known else f"{file}: `{key}`"
        problem = "unknown setting" if first["type"] == "extra_forbidden" else first["msg"].lower()
        raise SettingsError(f"{where}: {problem}; OPERATING.md lists the settings") from None
    return settings.model_copy(
        update={name: getattr(settings, name).expanduser() for name in ("state", "cache", "knowledge")}
    )


def _usual() -> tuple[Path, ...]:
    return Path("guichet.toml"), _home(".config", "guichet", "guichet.toml")


def _from_file(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file}: not valid TOML ({error}); mend the line or remove the file") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{file}: not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read ({error.strerror})") from None
