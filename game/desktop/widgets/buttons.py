"""Buttons and chips."""

from collections.abc import Callable
from typing import Literal

import pygame

from game.desktop.page import Page, Widget
from game.desktop.theme import Style, mix

Look = Literal["plain", "primary", "quiet"]


def button(
    page: Page,
    name: str,
    rect: pygame.Rect,
    label: str,
    press: Callable[[], None],
    *,
    look: Look = "plain",
    enabled: bool = True,
    selected: bool = False,
    hint: str = "",
    style: Style = Style.BODY,
    mark: str = "",
) -> Widget:
    """Draw a button. One that is not enabled can have the keyboard, so that its hint can say why."""
    palette = page.palette
    over = page.over(rect)
    ink, back, edge = palette.ink, palette.raised, palette.line
    if look == "primary":
        ink, back, edge = palette.on_accent, palette.accent, palette.accent
        style = Style.STRONG if style is Style.BODY else style
    elif look == "quiet":
        back, edge = palette.panel, palette.faint
    if selected:
        back = palette.pressed
    if not enabled:
        ink, back, edge = palette.soft, palette.panel, palette.faint
    elif over:
        back = mix(back, palette.ink, 0.12)
    page.fill(rect, back, 5)
    page.outline(rect, edge, 5)
    inside = rect.inflate(-2 * page.gap, 0)
    if not enabled:
        page.dashes((inside.x, rect.bottom - 2), (inside.right, rect.bottom - 2), palette.faint)
    text = f"{mark} {label}" if mark else label
    page.text(text, inside, style, ink, "centre")
    return page.add(
        Widget(name, rect, "button", label, enabled, selected, hint=hint, press=press if enabled else None)
    )


def button_width(page: Page, label: str, style: Style = Style.STRONG) -> int:
    """Return the width that a label needs."""
    return page.type.width(label, style) + 4 * page.gap
