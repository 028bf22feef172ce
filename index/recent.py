"""Remembers the last values worked out: a question and its parts are read, encoded and ranked again to answer it.

It holds no more than keys and values, so that what owns it is let go of with its last user: `functools.lru_cache` over
a method holds the owner in a circle, which no collection looks for once it was settled (see `long_lived`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """At most `limit` values under keys, that asked for longest ago forgotten first; any thread may ask.

    None is no value.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._values: dict[_Key, _Value] = {}
        self._lock = Lock()

    def get(self, key: _Key) -> _Value | None:
        """Return the value under a key, None if there is none or it was forgotten."""
        with self._lock:
            value = self._values.pop(key, None)
            if value is not None:
                self._values[key] = value
            return value

    def put(self, key: _Key, value: _Value) -> None:
        """Keep a value under a key in place of the one before."""
        with self._lock:
            self._values.pop(key, None)
            self._values[key] = value
            if len(self._values) > self._limit:
                del self._values[next(iter(self._values))]

    def found(self, key: _Key, find: Callable[[], _Value]) -> _Value:
        """Return the value under a key, which is found and kept where there is none; two threads may both find it."""
        value = self.get(key)
        if value is None:
            value = find()
            self.put(key, value)
        return value
