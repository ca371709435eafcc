"""Virtual screens for the tests that open a real window."""

from collections.abc import Iterator

import pytest

from tests.desktop.real_window import Screen


@pytest.fixture
def screen() -> Iterator[Screen]:
    """A screen as large as the smallest window."""
    screen = Screen((1280, 720))
    yield screen
    screen.close()


@pytest.fixture
def wide_screen() -> Iterator[Screen]:
    """A screen on which a window can grow."""
    screen = Screen((1920, 1080))
    yield screen
    screen.close()
