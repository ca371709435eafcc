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
    icon: str = "",
) -> Widget:
    """Draw a button. One that is not enabled can have the keyboard, so that its hint can say why.

    With an icon and no room for the words, the icon stands alone; the hint should then say the words.
    """
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
    if icon:
        _with_icon(page, inside, icon, text, style, ink)
    else:
        page.text(text, inside, style, ink, "centre")
    return page.add(
        Widget(name, rect, "button", label, enabled, selected, hint=hint, press=press if enabled else None)
    )


def _with_icon(
    page: Page, inside: pygame.Rect, icon: str, text: str, style: Style, ink: tuple[int, int, int]
) -> None:
    """Draw an icon and words in the middle of a box, or the icon alone."""
    size = page.icon_width()
    words = page.type.width(text, style)
    if not text or size + page.gap + words > inside.width:
        page.icon(icon, inside, ink)
        return
    left = inside.x + (inside.width - size - page.gap - words) // 2
    page.icon(icon, pygame.Rect(left, inside.y, size, inside.height), ink)
    page.text(text, pygame.Rect(left + size + page.gap, inside.y, words, inside.height), style, ink)


def button_width(page: Page, label: str, style: Style = Style.STRONG, icon: str = "") -> int:
    """Return the width that a label needs, with its icon if it has one."""
    more = page.icon_width() + page.gap if icon else 0
    return page.type.width(label, style) + 4 * page.gap + more
