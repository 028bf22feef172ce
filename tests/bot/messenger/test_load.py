"""Many people at once, and restarts in the middle."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.bot.messenger.running import Person, Process, environment, group
from tests.bot.messenger.standin import Fault, StandIn

QUESTIONS = (
    "Qu'est-ce qu'un préfet ?",
    "군이 뭐예요?",
    "What is a prefect?",
    "Qui est le maire en France ?",
    "Combien d'habitants à Tokyo ?",
)


def _burst(standin: StandIn, people: int, each: int) -> list[tuple[int, int]]:
    """Let people ask in turn in five groups; return chat and message of each question."""
    askers = [Person(standin, 5000 + number) for number in range(people)]
    asked = []
    for turn in range(each):
        for number, person in enumerate(askers):
            where = group(number % 5)
            message = person.says(f"/ask {QUESTIONS[(number + turn) % len(QUESTIONS)]}", where)
            asked.append((where["id"], message["message_id"]))
    return asked


def _answered(standin: StandIn) -> list[tuple[int, int | None]]:
    return [(sent.chat, sent.reply_to) for sent in standin.sent]


def test_a_burst_is_answered_whole_once_and_in_order(standin: StandIn, small_folder: Path, state: Path) -> None:
    module = "tests.bot.messenger.unlimited"
    process = Process(environment(standin, small_folder, state), module=module).start().ready()
    asked = _burst(standin, 40, 5)
    standin.wait(lambda: len(standin.sent) >= 200, "200 answers", 40)
    assert process.get("/healthz")[0] == 200
    assert process.end() == 0
    assert sorted(_answered(standin)) == sorted(asked)
    for number in range(40):
        own = [place for place in _answered(standin) if place in asked[number::40]]
        assert own == asked[number::40]
    assert standin.problems == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_a_restart_in_the_middle_loses_nothing_and_repeats_nothing(
    number: signal.Signals, standin: StandIn, small_folder: Path, state: Path
) -> None:
    module = "tests.bot.messenger.unlimited"
    variables = environment(standin, small_folder, state)
    process = Process(variables, module=module).start().ready()
    standin.delay = 0.02
    asked = _burst(standin, 40, 3)
    standin.wait(lambda: len(standin.sent) >= 30, "the first answers")
    process.end(number)
    asked += _burst(standin, 10, 1)
    standin.delay = 0.0
    process = Process(variables, module=module).start().ready()

    def left() -> int:
        return len(set(asked) - set(_answered(standin)))

    # What is fetched is on its way, not answered yet.
    standin.wait(lambda: not standin.pending and left() <= process.metric("guichet_given_up_total"), "the rest", 30)
    assert len(_answered(standin)) == len(set(_answered(standin)))
    unsure = process.metric("guichet_given_up_total")
    assert len(set(asked) - set(_answered(standin))) <= unsure
    assert number == signal.SIGKILL or (unsure == 0 and sorted(_answered(standin)) == sorted(asked))
    assert process.end() == 0


def test_killed_between_answer_and_acknowledgement_it_does_not_answer_again(
    standin: StandIn, small_folder: Path, state: Path
) -> None:
    variables = environment(standin, small_folder, state)
    process = Process(variables).start().ready()
    standin.faults = [Fault("sendMessage", "slow-after", 1, value=3)]
    Person(standin, 7).says("Qu'est-ce qu'un préfet ?")
    standin.wait(lambda: standin.sent, "the answer")
    process.end(signal.SIGKILL)
    process = Process(variables).start().ready()
    process.said("unsure whether it was answered")
    standin.wait(lambda: not standin.pending, "the acknowledgement")
    assert process.end() == 0
    assert len(standin.sent) == 1


def test_numbers_that_begin_anew_do_not_hide_questions(standin: StandIn, small_folder: Path, state: Path) -> None:
    variables = environment(standin, small_folder, state)
    process = Process(variables).start().ready()
    person = Person(standin, 7)
    message = person.says("Qu'est-ce qu'un préfet ?")
    standin.wait(lambda: standin.sent, "the answer")
    assert process.end() == 0
    with standin.changed:
        standin.pending = [{"update_id": 1001, "message": {**message, "message_id": 99, "date": message["date"] + 1}}]
    process = Process(variables).start().ready()
    standin.wait(lambda: len(standin.sent) == 2, "the other answer")
    assert process.end() == 0


def test_what_arrives_while_it_is_stopped_is_answered_after_the_start(
    standin: StandIn, small_folder: Path, state: Path
) -> None:
    variables = environment(standin, small_folder, state)
    assert Process(variables).start().ready().end() == 0
    Person(standin, 7).says("Qu'est-ce qu'un préfet ?")
    process = Process(variables).start()
    standin.wait(lambda: standin.sent, "the answer")
    assert process.end() == 0
    assert len(standin.sent) == 1
