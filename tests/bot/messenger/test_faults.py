"""What goes wrong between the bot and Telegram: every question is answered once, or given up and counted."""

from __future__ import annotations

import pytest

from tests.bot.messenger.running import Person, Process, group
from tests.bot.messenger.standin import Fault, StandIn

QUESTION = "Qu'est-ce qu'un préfet ?"
Shared = tuple[StandIn, Process]


def _asked(shared: Shared, person: int, fault: Fault) -> list[str]:
    """Ask under a fault, then ask again when it is over; return what arrived."""
    standin, _ = shared
    fault.chat = person if fault.method == "sendMessage" else None
    standin.faults.append(fault)
    asker = Person(standin, person)
    asker.says(QUESTION)
    standin.wait(lambda: fault.times == 0, "the fault")
    asker.says("/start")
    standin.wait(lambda: any("Je suis Guichet" in s.text for s in standin.in_chat(person)), "the next answer")
    return [sent.text for sent in standin.in_chat(person)]


@pytest.mark.parametrize(
    ("kind", "times", "value"),
    [("429", 1, 1), ("429", 2, 1), ("500", 1, None), ("500", 2, None), ("html", 2, None), ("slow", 1, 2)],
)
def test_a_question_is_answered_once_although_sending_fails(
    kind: str, times: int, value: int | None, shared: Shared
) -> None:
    person = 100 + 10 * times + len(kind)
    texts = _asked(shared, person, Fault("sendMessage", kind, times, value=value))
    assert len(texts) == 2 and "représente l'État" in texts[0]


@pytest.mark.parametrize(("kind", "arrived"), [("drop-before", 0), ("drop-after", 1)])
def test_an_answer_lost_on_the_way_is_never_sent_twice_and_is_counted(kind: str, arrived: int, shared: Shared) -> None:
    before = shared[1].metric("guichet_given_up_total")
    texts = _asked(shared, 200 + arrived, Fault("sendMessage", kind))
    assert len(texts) == 1 + arrived
    assert shared[1].metric("guichet_given_up_total") == before + 1


@pytest.mark.parametrize(
    ("kind", "times", "person"),
    [
        ("drop-before", 2, 301),
        ("drop-after", 1, 302),
        ("500", 2, 303),
        ("html", 2, 304),
        ("409", 2, 305),
        ("429", 1, 306),
    ],
)
def test_a_question_is_answered_once_although_fetching_fails(
    kind: str, times: int, person: int, shared: Shared
) -> None:
    _, process = shared
    errors = process.metric("guichet_errors_total")
    texts = _asked(shared, person, Fault("getUpdates", kind, times, value=1))
    assert len(texts) == 2 and "représente l'État" in texts[0]
    assert process.metric("guichet_errors_total") > errors


def test_a_second_poller_is_said(shared: Shared) -> None:
    standin, process = shared
    standin.faults.append(Fault("getUpdates", "409", 1))
    Person(standin, 390).says("/start")
    process.said("another process fetches this bot's updates")


def test_kicked_while_answering_is_counted_and_nothing_else_happens(shared: Shared) -> None:
    standin, process = shared
    where, person = group(9001), Person(standin, 401)
    standin.faults.append(Fault("sendMessage", "403", 1, chat=where["id"]))
    before = process.metric("guichet_given_up_total")
    person.says(f"/ask {QUESTION}", where)
    person.says(QUESTION)
    standin.wait(lambda: standin.in_chat(401), "the private answer")
    assert not standin.in_chat(where["id"]) and process.metric("guichet_given_up_total") == before + 1


def test_put_out_of_a_group_is_counted(shared: Shared) -> None:
    standin, process = shared
    where, person = group(9002), Person(standin, 402)
    bot = {"id": 123456789, "is_bot": True, "first_name": "Guichet", "username": "guichet_bot"}
    change = {
        "chat": where,
        "from": person.user,
        "date": 1795529417,
        "old_chat_member": {"status": "member", "user": bot},
        "new_chat_member": {"status": "left", "user": bot},
    }
    standin.push("my_chat_member", change)
    process.said("put out of a group")


def test_a_group_that_became_a_supergroup_is_answered_there(shared: Shared) -> None:
    standin, _ = shared
    old, new = {"id": -500, "type": "group", "title": "Ancien"}, group(9003)
    standin.faults.append(Fault("sendMessage", "migrate", 1, chat=-500, value=new["id"]))
    Person(standin, 403).says(f"/ask {QUESTION}", old)
    standin.wait(lambda: standin.in_chat(new["id"]), "the answer in the new group")
    assert len(standin.in_chat(new["id"])) == 1 and not standin.in_chat(-500)


def test_what_a_group_chose_goes_with_it_when_it_migrates(shared: Shared) -> None:
    standin, _ = shared
    old, new, chief = {"id": -501, "type": "group", "title": "Ancien"}, group(9004), Person(standin, 404)
    standin.admins[-501] = [chief.user]
    chief.says("/language both", old)
    standin.wait(lambda: standin.in_chat(-501), "the choice")
    standin.push("message", standin.message(old, chief.user, migrate_to_chat_id=new["id"]))
    chief.says(f"/ask {QUESTION}", new)
    standin.wait(lambda: standin.in_chat(new["id"]), "the answer")
    assert "출처: " in standin.in_chat(new["id"])[0].text


@pytest.mark.parametrize("reason", ["message to be replied not found", "message thread not found"])
def test_a_question_deleted_meanwhile_does_no_harm(reason: str, shared: Shared) -> None:
    standin, _ = shared
    where, person = group(9100 + len(reason), is_forum=True), Person(standin, 405)
    standin.faults.append(Fault("sendMessage", "400", 1, chat=where["id"], value=reason))
    person.says(f"/ask {QUESTION}", where, message_thread_id=3, is_topic_message=True)
    standin.wait(lambda: standin.in_chat(where["id"]), "the answer")
    assert len(standin.in_chat(where["id"])) == 1


def test_an_edit_is_tried_again(shared: Shared) -> None:
    standin, _ = shared
    person = Person(standin, 406)
    person.says(QUESTION)
    answer = standin.wait(lambda: standin.in_chat(406), "the answer")[0]
    standin.faults.append(Fault("editMessageText", "drop-before", 1))
    person.presses(answer, "한국어")
    standin.wait(lambda: answer.edits, "the edit")
    assert "출처: " in answer.text


def test_an_update_that_comes_again_is_handled_once(shared: Shared) -> None:
    standin, _ = shared
    person = Person(standin, 407)
    message = standin.message(person.own_chat, person.user, QUESTION)
    number = standin.push("message", message)
    standin.wait(lambda: standin.in_chat(407), "the answer")
    with standin.changed:
        standin.pending.append({"update_id": number, "message": message})
    person.says("/start")
    standin.wait(lambda: len(standin.in_chat(407)) > 1, "the next answer")
    assert len(standin.in_chat(407)) == 2


def test_flooding_is_slowed_with_one_line(shared: Shared) -> None:
    standin, process = shared
    person = Person(standin, 408)
    for _ in range(10):
        person.says(QUESTION)
    standin.wait(lambda: len(standin.in_chat(408)) == 11, "all answers and one line")
    assert sum("Vous posez beaucoup de questions" in sent.text for sent in standin.in_chat(408)) == 1
    assert process.metric("guichet_slowed_total") == 2
