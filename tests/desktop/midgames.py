"""Moments of real games that the computer has played so far, and seats opened under a look."""

from functools import cache

import pygame

from game.desktop.screens.crisis import Crisis
from game.desktop.stage import Stage
from game.language import speaking
from game.loading import default_assumption_set, find_scenario, load, readings
from game.model.ids import ActorId
from game.session.game import Game
from game.view.seat import SeatView
from game.view.seated import seated_view
from tests.desktop.layout import Look, untranslated
from tests.desktop.table import Glass, Hand, StillPlay
from tests.desktop.test_layout import Leave
from tests.view.moments import moment

FLAGSHIP, BARGAIN = "three_tiers_72h", "the_bargain"


@cache
def midgame(name: str, turns: int, seed: int) -> Game:
    """A shipped scenario after so many turns of its own computer players; nobody changes it."""
    document = load(find_scenario(name))
    scenario = document.scenario(readings(document)[0])
    player = next((str(doctrine) for doctrine in scenario.doctrines), "random")
    seats = {actor: player for actor, spec in scenario.actors.items() if spec.played}
    game = Game.start(
        scenario, seed=seed, assumptions=default_assumption_set(scenario), seats=seats, save=False
    )
    for _turn in range(turns):
        game.end_turn()
    return game


def seat_of(look: Look, name: str, actor: str, turns: int, seed: int = 7) -> SeatView:
    """What a seat is shown in such a game, in the language of a look."""
    with speaking(look.language):
        return seated_view(midgame(name, turns, seed), ActorId(actor))


def ford(look: Look, actor: str, turns: int) -> SeatView:
    """A moment of the crisis at the ford, in the language of a look."""
    with speaking(look.language):
        return moment(actor, turns)


def opened(look: Look, view: SeatView, aspect: str = "situation") -> tuple[Crisis, StillPlay, Hand]:
    """A seat's screen under a look, at one of its tabs."""
    glass = Glass(look.size)
    stage = Stage(glass.surface, glass.flip)
    stage.apply(look.settings, look.language)
    play = StillPlay(view)
    crisis = Crisis(stage, play, Leave())
    crisis.aspect = aspect
    stage.show(crisis)
    return crisis, play, Hand(stage, glass)


def room_of(hand: Hand) -> pygame.Rect:
    """Where the chosen tab's contents stand."""
    tabs = hand.rect("aspects")
    area = hand.page.area
    side = round((area.width - 2 * hand.page.gap) * 0.62)
    return pygame.Rect(tabs.x, tabs.y, side, area.bottom - tabs.y)


def unsaid(hand: Hand, look: Look, room: pygame.Rect | None = None) -> list[str]:
    """The texts in a tab, or in some room, in which a word came through no catalogue."""
    if look.language.code == "en":
        return []
    room = room or room_of(hand)
    here = {mark.text for mark in hand.page.marks if room.contains(mark.rect)}
    return [text for text in untranslated(hand.page) if text in here]


def words(hand: Hand) -> str:
    """Everything that is written on the screen."""
    return "\n".join(mark.text for mark in hand.page.marks)


def cut_in(hand: Hand, room: pygame.Rect | None = None) -> list[str]:
    """The texts in a tab that were shortened."""
    room = room or room_of(hand)
    return [mark.text for mark in hand.page.marks if mark.cut and room.contains(mark.rect)]


def tab_to(hand: Hand, name: str) -> None:
    """Give a widget the keyboard with Tab alone."""
    for _press in range(80):
        if hand.page.focus == name:
            return
        hand.key(pygame.K_TAB)
    raise AssertionError(f"Tab never reaches {name}")
