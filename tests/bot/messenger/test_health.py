"""`/healthz` and `/metrics` of a running bot."""

from __future__ import annotations

import socket

import pytest

from bot.errors import SettingsError
from bot.messenger.health import Address, address
from tests.bot.messenger.running import Person, Process
from tests.bot.messenger.standin import StandIn


def test_questions_are_counted_by_status_and_language(shared: tuple[StandIn, Process]) -> None:
    standin, process = shared
    Person(standin, 5).says("Qu'est-ce qu'un préfet ?")
    standin.wait(lambda: standin.in_chat(5), "the answer")
    standin.wait(lambda: process.metric("guichet_questions_total"), "the count")
    text = process.get("/metrics")[1]
    assert 'guichet_questions_total{language="fr",status="answered"}' in text
    for name in ("guichet_answer_seconds_bucket", "guichet_queue", "guichet_given_up", "guichet_errors"):
        assert name in text


def test_it_is_well_while_updates_are_fetched_and_the_index_answers(shared: tuple[StandIn, Process]) -> None:
    standin, process = shared
    standin.wait(lambda: [c for c in standin.calls if c.method == "getUpdates"], "a poll")
    Person(standin, 6).says("/start")
    standin.wait(lambda: standin.in_chat(6), "an answer")
    assert process.get("/healthz") == (200, "ok\n")


def test_only_the_loopback_address_listens(shared: tuple[StandIn, Process]) -> None:
    _, process = shared
    port = int(process.environment["GUICHET_HTTP"].rpartition(":")[2])
    with socket.socket() as probe:
        probe.settimeout(1)
        assert probe.connect_ex(("127.0.0.2", port)) != 0


@pytest.mark.parametrize("text", ["8080", ":8080", "127.0.0.1:8080"])
def test_without_a_host_it_is_the_loopback_address(text: str) -> None:
    assert address(text, "GUICHET_HTTP") == Address("127.0.0.1", 8080)


@pytest.mark.parametrize("text", ["", "host", "host:0", "host:99999", "a:b"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(SettingsError):
        address(text, "GUICHET_HTTP")
