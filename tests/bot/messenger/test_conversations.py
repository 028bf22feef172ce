"""Conversations of people with a running bot, as told under tests/conversations."""

from __future__ import annotations

import pytest

from tests.bot.messenger.running import Process
from tests.bot.messenger.standin import StandIn
from tests.bot.messenger.stories import Story, Telling, stories


@pytest.mark.parametrize("story", list(stories()), ids=lambda story: story.name)
def test_the_conversation_goes_as_told(story: Story, shared: tuple[StandIn, Process]) -> None:
    standin, _ = shared
    Telling(standin, story).tell()
