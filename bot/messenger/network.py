"""The HTTP side of sending: notes in the ledger the moment an answer is handed to the network."""

from __future__ import annotations

from typing import Any

import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.messenger.intake import under_way
from bot.messenger.ledger import Ledger

_DEFAULT = BaseRequest.DEFAULT_NONE
_ANSWERS = ("/sendMessage", "/sendDocument", "/sendPhoto")


class NotingRequest(HTTPXRequest):
    """Requests that tell the ledger when an answer goes out, and when it certainly did not arrive."""

    def __init__(self, ledger: Ledger, *, connections: int, proxy: str | None = None) -> None:
        super().__init__(
            connection_pool_size=connections,
            connect_timeout=5,
            read_timeout=20,
            write_timeout=10,
            pool_timeout=30,
            proxy=proxy,
        )
        self._ledger = ledger

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = _DEFAULT,
        write_timeout: Any = _DEFAULT,
        connect_timeout: Any = _DEFAULT,
        pool_timeout: Any = _DEFAULT,
    ) -> tuple[int, bytes]:
        """Make a request; see `BaseRequest.do_request`."""
        update = under_way.get()
        noted = update if url.endswith(_ANSWERS) else None
        if noted is not None:
            self._ledger.begin(noted)
        try:
            code, body = await super().do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
            )
        except NetworkError as error:
            if noted is not None and unsent(error):
                self._ledger.refused(noted)
            raise
        if noted is not None and code >= 300:
            self._ledger.refused(noted)
        return code, body


def unsent(error: NetworkError) -> bool:
    """Tell whether a request that failed certainly did nothing: no connection was made, or a server's error came back.

    A connection that broke while the answer was awaited may have done its work.
    """
    cause = error.__cause__
    if isinstance(cause, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.ProxyError):
        return True
    return not isinstance(error, TimedOut) and not isinstance(cause, httpx.HTTPError)
