"""The keys that work everywhere; the help overlay is drawn from the same list."""

import pygame
from attrs import frozen


@frozen
class KeyHelp:
    """One line of the key map."""

    keys: str
    does: str


HELP = pygame.K_F1
BRIEFING = pygame.K_F2
UNDO = pygame.K_F3
FULL_SCREEN = pygame.K_F11
SCREENSHOT = pygame.K_F12

EVERYWHERE = (
    KeyHelp("Tab, Shift+Tab", "next, previous control"),
    KeyHelp("Arrows", "move inside a list, or to the control in that direction"),
    KeyHelp("Enter, Space", "press, choose, add or take back"),
    KeyHelp("Page Up, Page Down, Home, End", "scroll a list or a text"),
    KeyHelp("Escape", "close what lies on top; otherwise go back"),
    KeyHelp("F1", "this help"),
    KeyHelp("F11", "full screen"),
    KeyHelp("F12", "save a picture of the window"),
)
CRISIS = (
    KeyHelp("Ctrl+Enter", "end the turn"),
    KeyHelp("M, I, R, C", "orders: moves, an “if” order, rules of engagement, claim"),
    KeyHelp("1 to 5", "the tabs on the left: situation, map, deterrence, talks, coalition"),
    KeyHelp("L, B, E, T, P, V", "log, beliefs, evidence, tracks, places, promises"),
    KeyHelp("F2", "your briefing"),
    KeyHelp("F3", "go back to an earlier turn"),
)
"""The keys of the main screen."""
