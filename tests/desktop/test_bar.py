"""The bar: who one is and when it is, under every look; what was changed is marked."""

import pygame
import pytest
from attrs import evolve

from game.desktop.screens.bar import hour_words, turn_words
from game.desktop.screens.crisis import Crisis
from game.desktop.stage import Stage
from game.language import speaking
from game.view.assumptions import AssumptionView
from game.view.seat import SeatView
from tests.desktop.grown import READINGS, grown
from tests.desktop.layout import LOOKS, Look, problems
from tests.desktop.sample_views import seat_view
from tests.desktop.table import Glass, Hand, StillPlay


class Leave:
    def __init__(self) -> None:
        self.went = ""

    def to_menu(self) -> None:
        self.went = "menu"

    def to_ending(self, play: object) -> None: ...


def table(view: SeatView, look: Look = LOOKS[0]) -> tuple[Crisis, Hand]:
    glass = Glass(look.size)
    stage = Stage(glass.surface, glass.flip)
    stage.apply(look.settings, look.language)
    with speaking(look.language):
        crisis = Crisis(stage, StillPlay(view), Leave())
        stage.show(crisis)
        return crisis, Hand(stage, glass)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_who_and_when_are_never_cut(look: Look) -> None:
    view = seat_view()
    _, hand = table(view, look)
    with speaking(look.language):
        wanted = {turn_words(view), hour_words(view)}
    marks = {mark.text: mark for mark in hand.page.marks}
    assert wanted <= set(marks)
    assert not any(marks[text].cut for text in wanted)
    assert any("Ukraine" in text and mark.rect.height > hand.page.line() for text, mark in marks.items())


def test_every_way_elsewhere_has_an_icon_and_says_its_key() -> None:
    crisis, hand = table(seat_view())
    for name, key in (("briefing", "F2"), ("back", "F3"), ("settings", "F10"), ("help", "F1")):
        widget = hand.page.widget(name)
        assert widget is not None
        assert key in widget.hint
    hand.click("settings")
    assert crisis.stage.setting
    crisis.stage.close()
    hand.draw()
    hand.click("menu")
    leave = crisis.leave
    assert isinstance(leave, Leave)
    assert leave.went == "menu"


def test_long_turns_are_counted_in_days() -> None:
    view = seat_view()
    weeks = evolve(view, hour=336, hours_per_turn=168, horizon=2016)
    assert hour_words(weeks) == "Day 14 to 21 of 84, then a hidden end"
    assert hour_words(evolve(view, hidden_end=False)) == "Hour 24 to 30 of 72"
    assert turn_words(evolve(view, hidden_end=False)) == "Turn 5 of 12"


def test_changed_assumptions_are_marked() -> None:
    program = next(one for one in READINGS if one.scenario.id == "first_ladder")
    view = grown(program, LOOKS[0].language)
    changed = tuple(_changed(one) for one in view.assumptions[:2])
    _, hand = table(evolve(view, assumptions=(*changed, *view.assumptions[2:])))
    texts = [mark.text for mark in hand.page.marks]
    assert f"{len(changed)} assumption{'s' if len(changed) > 1 else ''} changed" in texts
    assert problems(hand.page) == []


def _changed(one: AssumptionView) -> AssumptionView:
    return evolve(one, value=one.started + 0.125)


def test_the_keys_of_panels_show_them_and_evidence_has_its_tab() -> None:
    crisis, hand = table(seat_view())
    for key, panel in ((pygame.K_t, "tracks"), (pygame.K_p, "places"), (pygame.K_v, "promises")):
        hand.key(key)
        assert crisis.panel == panel
        assert problems(hand.page) == []
    hand.key(pygame.K_e)
    assert crisis.aspect == "intelligence"
    hand.key(pygame.K_l)
    assert (crisis.aspect, crisis.panel) == ("situation", "log")
