"""The map on the screen: laid out well under every look; dragged, zoomed, walked through and pointed at."""

import attrs
import pygame
import pytest

from game.desktop.app import Wish
from game.desktop.drawing.map import draw_map
from game.desktop.drawing.map_charts import Charts
from game.desktop.page import Page
from game.desktop.screens.crisis import Crisis
from game.view.seat import SeatView
from tests.desktop.layout import LOOKS, Look, problems, untranslated
from tests.desktop.table import Glass, Hand, StillPlay, app
from tests.desktop.test_aspects import table, texts
from tests.view.moments import moment

FLAGSHIP = Wish("three_tiers_72h", "ukraine", "conditional", "play", {}, 7, {})


def opened(view: SeatView, size: tuple[int, int] = (1280, 720)) -> tuple[Crisis, Hand]:
    crisis, _, hand = table(view, size)
    hand.click("aspects/map")
    return crisis, hand


def camera(crisis: Crisis) -> tuple[float, tuple[float, float]]:
    chart = crisis.part(Charts).large
    return chart.camera.zoom, chart.camera.shift


def places(hand: Hand) -> dict[str, pygame.Rect]:
    return {name: hand.rect(name) for name in hand.parts("map") if name.startswith("map/place.")}


# --- how it looks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(("actor", "turns"), [("norland", 1), ("sudria", 2)])
def test_the_map_is_laid_out_well_under_every_look(look: Look, actor: str, turns: int) -> None:
    crisis, _, hand = table(moment(actor, turns), look.size)
    hand.stage.apply(look.settings, look.language)
    crisis.aspect = "map"
    hand.stage.redraw()
    hand.draw()
    assert problems(hand.page) == []
    assert len(places(hand)) == len(crisis.play.view.map.places)
    hand.click("map/place.hollin")
    assert problems(hand.page) == []
    if "map.side/key" in hand.names():  # else there is room for both
        hand.click("map.side/key")
    assert problems(hand.page) == []
    hand.wheel("map/place.hollin", 3)
    assert problems(hand.page) == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_flagships_map_is_laid_out_well_under_every_look(look: Look) -> None:
    game, hand = app(look.size, FLAGSHIP)
    game.stage.apply(look.settings, look.language)
    hand.wait()
    hand.draw()
    crisis = game.stage.screen
    if not isinstance(crisis, Crisis):
        hand.click("begin")
        crisis = game.stage.screen
    assert isinstance(crisis, Crisis)
    crisis.aspect = "map"
    hand.stage.redraw()
    hand.draw()
    assert problems(hand.page) == []
    assert len(places(hand)) == 8
    field = hand.rect("map")
    said = [
        text
        for text in untranslated(hand.page)
        if any(mark.text == text and field.contains(mark.rect) for mark in hand.page.marks)
    ]
    assert look.language.code == "en" or said == []


def test_plates_do_not_meet_and_ways_say_how_long_they_take() -> None:
    _, hand = opened(moment("norland", 1))
    rects = list(places(hand).values())
    assert all(one is other or not one.colliderect(other) for one in rects for other in rects)
    said = texts(hand)
    assert "12 h" in said
    assert "24 h" in said
    assert any(name.startswith("map/way.") for name in hand.parts("map"))


def test_a_small_map_is_drawn_elsewhere() -> None:
    crisis, _, hand = table(moment("norland", 1), (1920, 1080))
    glass = Glass((1920, 1080))
    page = Page(glass.drawn, hand.page.type, hand.page.palette, hand.page.memory)
    draw_map(page, pygame.Rect(100, 100, 420, 320), crisis, compact=True)
    assert problems(page) == []
    assert [widget.name for widget in page.widgets] == ["minimap"]


def test_a_considered_move_shows_where_it_would_act() -> None:
    crisis, hand = opened(moment("norland", 0))
    before = pygame.image.tobytes(hand.glass.drawn, "RGB")
    field = hand.rect("map")
    march = next(
        move.name for group in crisis.play.view.moves for move in group.moves if "march" in move.name
    )
    crisis.look_at(march)
    hand.draw()
    after = hand.glass.drawn
    was = pygame.image.frombytes(before, after.get_size(), "RGB")
    changed = sum(
        was.get_at((x, y)) != after.get_at((x, y))
        for x in range(field.left, field.right, 3)
        for y in range(field.top, field.bottom, 3)
    )
    assert changed > 30


# --- going about ------------------------------------------------------------------------------------------


def test_the_wheel_zooms_at_the_pointer_and_0_shows_all() -> None:
    crisis, hand = opened(moment("norland", 1))
    at = hand.rect("map/at.capital").center
    hand.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at))
    for _ in range(3):
        hand.stage.handle(pygame.event.Event(pygame.MOUSEWHEEL, y=1))
        hand.draw()
    assert camera(crisis)[0] > 1.5
    x, y = hand.rect("map/at.capital").center
    assert abs(x - at[0]) <= 8
    assert abs(y - at[1]) <= 8
    hand.stage.focus("map")
    hand.draw()
    hand.key(pygame.K_0)
    assert camera(crisis) == (1.0, (0.0, 0.0))
    hand.click("map/zoom-in")
    assert camera(crisis)[0] > 1.0
    hand.click("map/maximize")
    assert camera(crisis)[0] == 1.0


def test_dragging_shifts_what_is_zoomed_and_nothing_else() -> None:
    crisis, hand = opened(moment("norland", 1))
    field = hand.rect("map")
    free = next(
        (x, y)
        for x in range(field.left + 30, field.right - 60, 10)
        for y in range(field.top + 30, field.bottom - 40, 10)
        if not any(hand.rect(part).collidepoint(x, y) for part in hand.parts("map"))
    )

    def drag() -> None:
        hand.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=free))
        hand.stage.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=free, button=1))
        for step in (0, 10, 20):
            hand.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(free[0] + step, free[1] - step)))
        hand.stage.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=free, button=1))
        hand.draw()

    drag()
    assert camera(crisis)[1] == (0.0, 0.0)
    hand.stage.focus("map")
    hand.draw()
    hand.key(pygame.K_PLUS, pygame.K_PLUS)
    _, before = camera(crisis)
    drag()
    _, after = camera(crisis)
    assert after[0] < before[0]
    hand.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(free[0] + 90, free[1])))
    assert camera(crisis)[1] == after


def test_keys_go_from_place_to_place_and_reach_all_of_them() -> None:
    crisis, hand = opened(moment("norland", 1))
    hand.stage.focus("map")
    hand.draw()
    seen = set()
    for _ in crisis.play.view.map.places:
        hand.key(pygame.K_PAGEDOWN)
        seen.add(crisis.place)
    assert seen == {place.id for place in crisis.play.view.map.places}
    crisis.choose_place("capital")
    hand.draw()
    hand.key(pygame.K_RIGHT)
    assert crisis.place == "hollin"
    hand.key(pygame.K_LEFT)
    assert crisis.place == "capital"
    hand.key(pygame.K_RETURN)
    assert crisis.part(Charts).side == "place"


def test_a_press_tells_of_a_place_and_hints_tell_of_forces() -> None:
    crisis, hand = opened(moment("norland", 1))
    assert "The southern plain: held by Sudria." in hint(hand, "map/place.plain")
    assert "Carrier group (Harbour Republic, Squadron)" in hint(hand, "map/force.carrier")
    assert "First Brigade (Norland, Brigade): strength 4" in hint(hand, "map/force.first")
    assert "Reserve" in hint(hand, "map/force.reserve")
    hand.click("map/place.gulf")
    assert crisis.place == "gulf"
    said = texts(hand)
    assert "The gulf" in said
    assert "Carrier group" in said
    assert "hour 12" in said
    assert "Night column" not in said
    hand.click("map.side/")
    assert crisis.part(Charts).side == ""


def hint(hand: Hand, part: str) -> str:
    widget = hand.page.widget("map")
    assert widget is not None
    return next(one.hint for one in widget.parts if f"map/{one.name}" == part)


def test_what_moved_is_shown_to_move_when_the_turn_is_new() -> None:
    crisis, hand = opened(moment("norland", 1))
    still = moment("norland", 2)
    assert isinstance(crisis.play, StillPlay)
    crisis.play.view = still
    hand.stage.redraw()
    hand.draw()
    assert hand.stage.motion.going
    hand.stage.apply(attrs.evolve(hand.stage.settings, motion="reduced"))
    hand.draw()
    assert not hand.stage.motion.going
