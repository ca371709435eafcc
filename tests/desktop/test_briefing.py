"""The briefing says who one is, what one wants and what is secret, and is laid out well under every look."""

from pathlib import Path

import pytest

from game.desktop.screens.briefing import Briefing
from game.desktop.stage import Stage
from game.desktop.wish import Wish
from game.places import HOME
from tests.desktop.layout import LOOKS, Look, problems, shortened, untranslated
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay, app


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def still(look: Look) -> tuple[Briefing, Hand]:
    glass = Glass(look.size)
    stage = Stage(glass.surface, glass.flip)
    stage.apply(look.settings, look.language)
    briefing = Briefing(StillPlay(seat_view()), lambda: None, lambda: None)
    stage.show(briefing)
    return briefing, Hand(stage, glass)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_page_of_it_is_laid_out_well(look: Look) -> None:
    _, hand = still(look)
    pages = hand.parts("briefing.tabs")
    assert "briefing.tabs/seat" in pages
    for tab in pages:
        hand.click(tab)
        assert problems(hand.page) == [], tab
        assert not shortened(hand.page), tab
    assert hand.page.focus in ("begin", "briefing.tabs")


@pytest.mark.parametrize("look", LOOKS[:3], ids=str)
@pytest.mark.parametrize("scenario", ["three_tiers_72h", "first_ladder", "chicken", "brinkmanship"])
def test_real_seats_are_told_in_every_look(look: Look, scenario: str) -> None:
    from game.view.menu import scenario_view

    seat = scenario_view(scenario).seats[0].actor
    flagship = scenario == "three_tiers_72h"
    reading, numbers = ("conditional", "play") if flagship else (None, None)
    game, hand = app(look.size, Wish(scenario, seat, reading, numbers, {}, 5, {}))
    game.stage.apply(look.settings, look.language)
    if "start" in hand.names():  # what a scenario asks besides is left as it is first offered
        for step in ("complement", "sums"):
            if f"steps/{step}" in hand.names():
                hand.click(f"steps/{step}")
                hand.click(hand.parts(f"step.{step}")[0])
        if "start" in hand.names():
            hand.click("start")
    hand.wait()
    assert isinstance(game.stage.screen, Briefing)
    game.stage.redraw()
    hand.draw()
    for tab in hand.parts("briefing.tabs"):
        hand.click(tab)
        assert problems(hand.page) == [], tab
        if look.language.code != "en":
            assert untranslated(hand.page) == [], tab


def test_what_is_secret_is_marked_as_secret_and_what_costs_is_not_a_gain() -> None:
    _, hand = still(LOOKS[0])
    said = [mark.text for mark in hand.page.marks]
    assert "In secret: only you know" in said
    assert "+30" in said
    assert "−10" in said
    assert any("Resolute" in text for text in said)
