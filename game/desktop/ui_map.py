"""What is on a page and where, as plain data: what tests press in a real window."""

from typing import Any

import pygame

from game.desktop.page import Page


def ui_map(page: Page) -> dict[str, Any]:
    """Return the widgets of a page, their parts, and where they are."""
    found: list[dict[str, Any]] = []
    for widget in page.widgets:
        found.append(
            _entry(widget.name, widget.kind, widget.rect, widget.label, widget.enabled, widget.selected)
            | {"focusable": widget.focusable, "at": widget.at}
        )
        for part in widget.parts:
            name = f"{widget.name}/{part.name}"
            found.append(_entry(name, "part", part.rect, part.label, part.enabled, part.selected))
    return {
        "layer": page.layer,
        "size": list(page.area.size),
        "focus": page.focus,
        "widgets": found,
    }


def _entry(
    name: str, kind: str, rect: pygame.Rect, label: str, enabled: bool, selected: bool
) -> dict[str, Any]:
    return {
        "name": name,
        "kind": kind,
        "rect": [rect.x, rect.y, rect.width, rect.height],
        "label": label,
        "enabled": enabled,
        "selected": selected,
    }
