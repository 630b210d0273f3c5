"""What the tests of the five articles share."""

import pytest

from desktop_app.storage.rule_pack import RulePack
from tests.seeds.counter import Counter


@pytest.fixture(scope="session")
def counter(rulebook: RulePack) -> Counter:
    """Somebody to ask."""
    return Counter(rulebook)
