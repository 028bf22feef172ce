"""`/healthz` and `/metrics` over HTTP, on the loopback address unless told otherwise."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from prometheus_client import CONTENT_TYPE_LATEST
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.errors import SettingsError
from bot.messenger.metrics import Metrics

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen."""

    host: str
    port: int


def address(text: str, setting: str) -> Address:
    """Read HOST:PORT, :PORT or PORT; without a host it is the loopback address. Raises SettingsError."""
    host, _, port = text.strip().rpartition(":")
    if not port.isdecimal() or not 0 < int(port) < 65_536:
        raise SettingsError(f"{setting}: `{text}` is no address; write 127.0.0.1:8080")
    return Address(host.strip("[]") or LOOPBACK, int(port))


def listen(application: Application, where: Address, setting: str) -> HTTPServer:
    """Listen there; raise SettingsError if the address cannot be had."""
    server = HTTPServer(application, max_body_size=1_000_000, xheaders=False)
    try:
        server.listen(where.port, where.host)
    except OSError as error:
        raise SettingsError(f"{setting}: cannot listen on {where.host}:{where.port} ({error.strerror})") from None
    return server


class Quiet(Application):
    """An application that logs no requests: their addresses are nobody's business."""

    def log_request(self, handler: RequestHandler) -> None:
        """Log nothing."""


def health(metrics: Metrics, well: Callable[[], Awaitable[str]]) -> Application:
    """Return what answers `/healthz` and `/metrics`; `well` returns what is wrong, blank if nothing is."""

    class Healthz(RequestHandler):
        async def get(self) -> None:
            wrong = await well()
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.set_status(503 if wrong else 200)
            self.finish(f"{wrong or 'ok'}\n")

    class MetricsText(RequestHandler):
        def get(self) -> None:
            self.set_header("Content-Type", CONTENT_TYPE_LATEST)
            self.finish(metrics.text())

    return Quiet([(r"/healthz", Healthz), (r"/metrics", MetricsText)])
