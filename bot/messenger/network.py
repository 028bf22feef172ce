"""The HTTP side: notes when an answer is handed to the network, and passes over the updates that are known already."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.messenger.intake import taken_in, under_way
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


class FetchingRequest(HTTPXRequest):
    """Requests for updates that leave out those taken in: to read one is a millisecond, and each comes many times."""

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        """Make a request; see `BaseRequest.do_request`."""
        code, body = await super().do_request(*arguments, **named)
        return code, without_updates(body, taken_in.get())


def without_updates(body: bytes, ids: Collection[int]) -> bytes:
    """Return the body of a response without the updates of some ids; as it is where it lists none of them."""
    if not ids:
        return body
    try:
        response = json.loads(body)
        updates = response["result"]
        kept = [update for update in updates if update["update_id"] not in ids]
    except (ValueError, TypeError, KeyError):  # who reads it next tells what is wrong with it
        return body
    return body if len(kept) == len(updates) else json.dumps({**response, "result": kept}).encode()


def unsent(error: NetworkError) -> bool:
    """Tell whether a request that failed certainly did nothing: no connection was made, or a server's error came back.

    A connection that broke while the answer was awaited may have done its work.
    """
    cause = error.__cause__
    if isinstance(cause, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.ProxyError):
        return True
    return not isinstance(error, TimedOut) and not isinstance(cause, httpx.HTTPError)
