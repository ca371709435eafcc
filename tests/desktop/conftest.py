"""Virtual screens for the tests that open a real window."""

from collections.abc import Iterator

import pytest

from tests.desktop.real_window import Screen


@pytest.fixture
def screen() -> Iterator[Screen]:
    """A screen as large as the smallest window."""
    with Screen((1280, 720)) as screen:
        yield screen


@pytest.fixture
def wide_screen() -> Iterator[Screen]:
    """A screen on which a window can grow."""
    with Screen((1920, 1080)) as screen:
        yield screen
