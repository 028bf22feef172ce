"""What the tests of tables share: all places shipped, which are quicker to open than all the knowledge to read."""

from __future__ import annotations

import pytest

from knowledge.library import SHIPPED, Library
from knowledge.places import Gazetteer


@pytest.fixture(scope="session")
def shipped() -> Library:
    return Library(gazetteer=Gazetteer.open(SHIPPED / "places"))
