"""Logs as JSON lines on stderr: no token, no message texts, no names."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{20,}")
_HIDDEN = "<token>"


class JsonLines(logging.Formatter):
    """A record as one line of JSON; whatever is secret is taken out of it, tracebacks too."""

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        fields: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            fields["exception"] = self.formatException(record.exc_info)
        return self.redacted(json.dumps(fields, ensure_ascii=False))

    def redacted(self, text: str) -> str:
        """Return the text without secrets and anything shaped like a token."""
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return _TOKEN.sub(_HIDDEN, text)


def set_up(secrets: Sequence[str]) -> None:
    """Send all logs to stderr as JSON lines; libraries that log addresses or payloads speak of problems only."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines(secrets))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in ("httpx", "httpcore", "telegram", "apscheduler", "tornado.access"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # These write whole payloads of the network into their errors.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL + 1)
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL + 1)
    logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL + 1)
