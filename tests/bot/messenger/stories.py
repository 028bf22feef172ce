"""Conversations as YAML: who says or presses what, and what the bot shows then.

A file is a list of stories. `chat` is private, group or forum; `admins` are the people who administer the group;
`people` gives their languages (fr unless said). Steps:

say: TEXT           by: NAME, reply: bot | LABEL | nothing, as: LABEL (to name the message), anonymous: true (an admin)
edit: LABEL         to: TEXT
press: BUTTON       by: NAME (a button of the bot's last message)
send: voice         a message that is not text; or an album of photos
type: TEXT          an inline query; the next `articles` looks at its answer
bot: {...}          the bot's next message: contains, lacks, buttons, replies (to: LABEL), edited (the last one)
articles: {...}     contains
toast: TEXT         what the pressed button says
silence: true       the bot has said nothing since
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from tests.bot.messenger.running import Person, group
from tests.bot.messenger.standin import Sent, StandIn

FOLDER = Path(__file__).parents[2] / "conversations"
_numbers = count(1)
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@dataclass(frozen=True)
class Story:
    name: str
    chat: str
    steps: list[dict[str, Any]]
    admins: list[str]
    people: dict[str, str]


def stories() -> Iterator[Story]:
    for file in sorted(FOLDER.glob("*.yaml")):
        for story in yaml.safe_load(file.read_text("utf-8")):
            yield Story(
                f"{file.stem}: {story['story']}",
                story.get("chat", "group"),
                story["steps"],
                story.get("admins", []),
                story.get("people", {}),
            )


@dataclass
class Telling:
    """A story as it is told to a running bot."""

    standin: StandIn
    story: Story
    labels: dict[str, dict[str, Any]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    heard: int = 0
    last: Sent | None = None
    calls: int = 0

    def tell(self) -> None:
        number = next(_numbers)
        self.base = 10_000 * number
        forum = self.story.chat == "forum"
        self.group = group(number, **({"is_forum": True} if forum else {}))
        self.calls = len(self.standin.calls)
        self.standin.admins[self.group["id"]] = [self.person(name).user for name in self.story.admins]
        for step in self.story.steps:
            getattr(self, f"_{next(iter(step))}")(step)

    def person(self, name: str) -> Person:
        if name not in self.people:
            language = self.story.people.get(name, "fr")
            self.people[name] = Person(self.standin, self.base + len(self.people), language, name)
        return self.people[name]

    def _who(self, step: dict[str, Any]) -> Person:
        return self.person(step.get("by", next(iter(self.story.people), "anne")))

    @property
    def _private(self) -> bool:
        return self.story.chat == "private"

    def _chat(self, who: Person) -> dict[str, Any]:
        return who.own_chat if self._private else self.group

    def _messages(self) -> list[Sent]:
        first = self.person(next(iter(self.story.people), "anne"))
        return self.standin.in_chat(self._chat(first)["id"])

    def _more(self) -> dict[str, Any]:
        return {"message_thread_id": 7, "is_topic_message": True} if self.story.chat == "forum" else {}

    def _say(self, step: dict[str, Any]) -> None:
        who, more = self._who(step), self._more()
        chat = self._chat(who)
        if step.get("anonymous"):
            message = self.standin.message(chat, ANONYMOUS, step["say"], sender_chat=self.group, **more)
            self.standin.push("message", message)
        elif step.get("reply") == "bot":
            assert self.last is not None
            message = who.replies(self.last, step["say"], chat, **more)
        elif "reply" in step:
            replied = {k: v for k, v in self.labels[step["reply"]].items() if k != "reply_to_message"}
            message = who.says(step["say"], chat, reply_to_message=replied, **more)
        else:
            message = who.says(step["say"], chat, **more)
        self.labels[step.get("as", "question")] = message

    def _edit(self, step: dict[str, Any]) -> None:
        self._who(step).edits(self.labels[step["edit"]], step["to"])

    def _send(self, step: dict[str, Any]) -> None:
        who = self._who(step)
        if step["send"] == "album":
            photo = [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}]
            for _ in range(3):
                message = self.standin.message(self._chat(who), who.user, photo=photo, media_group_id=f"m{self.base}")
                self.standin.push("message", message)
            return
        voice = {"file_id": "a", "file_unique_id": "b", "duration": 3}
        self.standin.push("message", self.standin.message(self._chat(who), who.user, voice=voice))

    def _type(self, step: dict[str, Any]) -> None:
        self._who(step).types(step["type"])

    def _press(self, step: dict[str, Any]) -> None:
        assert self.last is not None
        self.calls = len(self.standin.calls)
        self._who(step).presses(self.last, step["press"])

    def _bot(self, step: dict[str, Any]) -> None:
        wanted = step["bot"]
        if wanted.get("edited"):
            last = self.last
            assert last is not None
            before = getattr(last, "seen", 0)
            self.standin.wait(lambda: last.edits > before, "an edit")
            last.seen = last.edits  # type: ignore[attr-defined]
        else:
            self.standin.wait(lambda: len(self._messages()) > self.heard, f"{wanted}")
            self.last = self._messages()[self.heard]
            self.heard += 1
        assert self.last is not None
        self._compare(self.last, wanted)

    def _compare(self, message: Sent, wanted: dict[str, Any]) -> None:
        for text in _list(wanted.get("contains")):
            assert text in message.text, f"{text!r} not in {message.text!r}"
        for text in _list(wanted.get("lacks")):
            assert text not in message.text, f"{text!r} in {message.text!r}"
        for label in _list(wanted.get("buttons")):
            assert any(label in each for each in message.labels()), f"{label!r} not in {message.labels()}"
        for label in _list(wanted.get("no_buttons")):
            assert not any(label in each for each in message.labels())
        if "replies" in wanted:
            assert message.reply_to == self.labels[wanted["replies"]]["message_id"]
        if self.story.chat == "forum":
            assert message.topic == 7

    def _articles(self, step: dict[str, Any]) -> None:
        def found() -> list[str]:
            return [
                result["input_message_content"]["message_text"]
                for call in self.standin.calls[self.calls :]
                if call.method == "answerInlineQuery"
                for result in call.parameters["results"]
            ]

        texts = self.standin.wait(found, "articles")
        for text in _list(step["articles"].get("contains")):
            assert any(text in each for each in texts), f"{text!r} not in {texts}"

    def _toast(self, step: dict[str, Any]) -> None:
        def said() -> bool:
            calls = self.standin.calls[self.calls :]
            return any(
                step["toast"] in c.parameters.get("text", "") for c in calls if c.method == "answerCallbackQuery"
            )

        self.standin.wait(said, f"the toast {step['toast']!r}")

    def _silence(self, step: dict[str, Any]) -> None:
        """Ask something in private after it: each person's updates are handled in order."""
        for who in list(self.people.values()):
            before = len(self.standin.in_chat(who.id))
            who.says("/start")
            self.standin.wait(lambda who=who, before=before: len(self.standin.in_chat(who.id)) > before, "the end")
            if self._private:
                self.heard += 1
                assert len(self._messages()) == self.heard, self._messages()[-2].text
        if not self._private:
            assert len(self._messages()) == self.heard, self._messages()[-1].text


def _list(value: Any) -> list[str]:
    return [] if value is None else value if isinstance(value, list) else [value]
