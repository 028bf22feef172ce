from __future__ import annotations

import gc
import weakref

from index.recent import Recent


def test_a_value_is_found_once() -> None:
    recent: Recent[str, int] = Recent(2)
    assert recent.get("one") is None
    assert recent.found("one", lambda: 1) == 1
    assert recent.found("one", lambda: 2) == 1
    recent.put("one", 3)
    assert recent.get("one") == 3


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.put("one", 1)
    recent.put("two", 2)
    recent.get("one")
    recent.put("three", 3)
    assert [recent.get(key) for key in ("one", "two", "three")] == [1, None, 3]


def test_nothing_that_is_falsy_is_found_twice() -> None:
    recent: Recent[str, tuple[int, ...]] = Recent(1)
    assert recent.found("none", tuple) == ()
    assert recent.found("none", lambda: (1,)) == ()


def test_an_owner_is_let_go_of_without_a_collection() -> None:
    class Owner:
        def __init__(self) -> None:
            self.recent: Recent[int, int] = Recent(2)

        def square(self, number: int) -> int:
            return self.recent.found(number, lambda: number * number)

    owner = Owner()
    assert owner.square(3) == 9
    gone = weakref.ref(owner)
    gc.disable()
    try:
        del owner
        assert gone() is None
    finally:
        gc.enable()
