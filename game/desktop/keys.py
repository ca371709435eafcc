"""The keys that work everywhere, and those of each screen; the key map is drawn from the same lists.

`tests/desktop/test_keys.py` presses every one of them and sees that it does something.
"""

import pygame
from attrs import frozen

from game.language import N_


@frozen
class KeyHelp:
    """One line of the key map."""

    keys: str
    """Keys as they are printed: `Ctrl+Enter`, or several ways `Tab, Shift+Tab`."""
    does: str
    """What they do, in English."""


HELP = pygame.K_F1
BRIEFING = pygame.K_F2
UNDO = pygame.K_F3
SETTINGS = pygame.K_F10
FULL_SCREEN = pygame.K_F11
SCREENSHOT = pygame.K_F12

CAPS = (
    N_("Ctrl"),
    N_("Shift"),
    N_("Tab"),
    N_("Enter"),
    N_("Space"),
    N_("Escape"),
    N_("Arrows"),
    N_("Page Up"),
    N_("Page Down"),
    N_("Home"),
    N_("End"),
    N_("Delete"),
)
"""What is printed on keys that have words on them."""

EVERYWHERE = (
    KeyHelp("Tab, Shift+Tab", N_("go to the next or the previous control")),
    KeyHelp("Arrows", N_("move inside a list, or to the control in that direction")),
    KeyHelp("Enter, Space", N_("press, choose, add or take back")),
    KeyHelp("Page Up, Page Down, Home, End", N_("scroll a list or a text")),
    KeyHelp("Escape", N_("close what lies on top; otherwise go back")),
    KeyHelp("F1", N_("open this help, at the word under the pointer if there is one")),
    KeyHelp("F10", N_("open the settings")),
    KeyHelp("F11", N_("fill the screen, or go back into a window")),
    KeyHelp("F12", N_("save a picture of the window")),
)
CRISIS = (
    KeyHelp("Ctrl+Enter", N_("end the turn")),
    KeyHelp("M, I, R, C", N_("orders: moves, an “if” order, rules of engagement, a claim")),
    KeyHelp("/, Ctrl+F", N_("look for a move")),
    KeyHelp("Delete", N_("take back the order that the keyboard is at")),
    KeyHelp("1, 2, 3, 4, 5, 6, 7, 8", N_("the tabs on the left, from the first to the last")),
    KeyHelp("L, B, E, T, P, V", N_("log, beliefs, evidence, tracks, places, promises")),
    KeyHelp("F2", N_("read your briefing again")),
    KeyHelp("F3", N_("go back to an earlier turn")),
)
"""The keys of the main screen."""
ENDING = (
    KeyHelp("1, 2, 3, 4, 5, 6, 7, 8, 9", N_("the tabs, from the first to the last")),
    KeyHelp("Escape", N_("back to the menu")),
)
"""The keys of the ending."""

WATCH = (
    KeyHelp("K", N_("pause, or go on")),
    KeyHelp("N", N_("resolve one turn now")),
    KeyHelp("F3", N_("go back to an earlier turn")),
    KeyHelp("Escape", N_("back to the menu")),
)
"""The keys of the screen on which computers are watched."""

SAVES = (
    KeyHelp("F2", N_("name the game that is looked at")),
    KeyHelp("Delete", N_("throw it away, to the trash folder")),
    KeyHelp("Escape", N_("back to the menu")),
)
"""The keys of the screen of saved games."""
