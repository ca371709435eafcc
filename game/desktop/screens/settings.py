"""The settings, over whatever screen is on: every change is seen at once, and kept."""

from collections.abc import Callable

import pygame
from attrs import evolve

from game.desktop.drawing.marks import draw_mark
from game.desktop.page import Page
from game.desktop.screens.sheet import box_overlay, close_overlay
from game.desktop.settings import Settings
from game.desktop.stage import Stage
from game.desktop.theme import MARKS, Style
from game.desktop.widgets.choices import Pick
from game.desktop.widgets.segments import segments
from game.language import ENGLISH, Language, _, say
from game.language.catalogues import CatalogueProblem, UnknownLanguage, languages
from game.loading.speech import speech
from game.places import assets_folder

VOLUMES = (0, 20, 40, 60, 80, 100)
"""The steps of loudness."""
FEW = 3
"""So many languages stand side by side; where there are more, the row turns through them."""


def draw_settings(page: Page, stage: Stage, close: Callable[[], None]) -> None:
    """Draw them; `close` takes them away."""
    row = page.line() + page.px(20)
    rows = _rows(stage)
    heights = (
        page.line(Style.TITLE) + 4 * page.gap + len(rows) * (row + page.gap) + page.px(38) + 6 * page.gap
    )
    inner = box_overlay(page, 1080, round(heights / page.scale))
    title = pygame.Rect(inner.x, inner.y, inner.width, page.line(Style.TITLE))
    page.icon(
        "settings", pygame.Rect(title.x, title.y, page.px(24), title.height), page.palette.accent_ink, 22
    )
    page.text(_("Settings"), title.move(page.px(24) + page.gap, 0).clip(inner), Style.TITLE)
    sample = 0 if page.tight else page.px(260)
    room = pygame.Rect(inner.x, title.bottom + 2 * page.gap, inner.width - sample - 3 * page.gap, 0)
    room.width += 0 if sample else 3 * page.gap
    y = room.y
    for name, icon, label, options, chosen, choose in rows:
        place = pygame.Rect(room.x, y, room.width, row)
        _row(page, place, name, icon, label, options, chosen, choose)
        y = place.bottom + page.gap
    foot = close_overlay(page, inner, _("Done"), close)
    if sample:
        right = pygame.Rect(inner.right - sample, room.y, sample, y - page.gap - room.y)
        _sample(page, right)
    note = _("Everything is kept for the next time.")
    page.text(
        note,
        pygame.Rect(inner.x, foot.y, foot.x - inner.x - page.gap, foot.height),
        colour=page.palette.soft,
    )
    page.first = "settings.theme"


_Row = tuple[str, str, str, tuple[Pick, ...], str, Callable[[str], None]]


def _rows(stage: Stage) -> list[_Row]:
    now = stage.settings

    def put(settings: Settings) -> None:
        stage.change(settings)

    def on_off(name: str, yes: str, no: str, yes_icon: str, no_icon: str) -> tuple[Pick, ...]:
        return Pick(f"{name}.no", no, icon=no_icon), Pick(f"{name}.yes", yes, icon=yes_icon)

    known = _languages()
    return [
        (
            "settings.theme",
            "contrast",
            _("Light or dark"),
            (Pick("dark", _("Dark"), icon="moon"), Pick("light", _("Light, for projectors"), icon="sun")),
            now.theme,
            lambda id: put(evolve(now, theme=id)),
        ),
        (
            "settings.type",
            "a-large-small",
            _("Type"),
            (Pick("normal", _("Normal")), Pick("large", _("Large"))),
            now.type,
            lambda id: put(evolve(now, type=id)),
        ),
        (
            "settings.motion",
            "move",
            _("Motion"),
            (Pick("full", _("Things move")), Pick("reduced", _("All at once"))),
            now.motion,
            lambda id: put(evolve(now, motion=id)),
        ),
        (
            "settings.speed",
            "gauge",
            _("Speed"),
            (Pick("slow", _("Slow")), Pick("normal", _("Normal")), Pick("fast", _("Fast"))),
            now.speed,
            lambda id: put(evolve(now, speed=id)),
        ),
        (
            "settings.language",
            "languages",
            _("Language"),
            tuple(Pick(code, name) for code, name in _shown(known, now.language)),
            now.language,
            lambda id: _speak(stage, id),
        ),
        (
            "settings.muted",
            "volume-2",
            _("Sound"),
            on_off("muted", _("Silent"), _("On"), "volume-x", "volume-2"),
            "muted.yes" if now.muted else "muted.no",
            lambda id: put(evolve(now, muted=id == "muted.yes")),
        ),
        (
            "settings.volume",
            "volume-2",
            _("Loudness"),
            tuple(Pick(str(step), str(step)) for step in VOLUMES),
            str(min(VOLUMES, key=lambda step: abs(step - now.volume))),
            lambda id: _louder(stage, int(id)),
        ),
        (
            "settings.full_screen",
            "maximize",
            _("Window"),
            on_off("full", _("Full screen"), _("In a window"), "maximize", "monitor"),
            "full.yes" if now.full_screen else "full.no",
            lambda id: stage.fill_screen(id == "full.yes"),
        ),
    ]


def _row(
    page: Page,
    place: pygame.Rect,
    name: str,
    icon: str,
    label: str,
    options: tuple[Pick, ...],
    chosen: str,
    choose: Callable[[str], None],
) -> None:
    left = page.icon_width() + page.gap
    page.icon(icon, pygame.Rect(place.x, place.y, page.icon_width(), place.height), page.palette.soft)
    words = max(page.px(150), place.width * 30 // 100)
    page.text(
        label, pygame.Rect(place.x + left, place.y, words - left - page.gap, place.height), Style.STRONG
    )
    box = pygame.Rect(place.x + words, place.y + page.px(3), place.width - words, place.height - page.px(6))
    segments(page, name, box, options, chosen, choose)


def _louder(stage: Stage, volume: int) -> None:
    stage.change(evolve(stage.settings, volume=volume))
    stage.sound("press")


# --- languages --------------------------------------------------------------------------------------------


def _languages() -> dict[str, str]:
    return languages(assets_folder() / "locale")


def _shown(known: dict[str, str], chosen: str) -> list[tuple[str, str]]:
    """The languages side by side; of many, those around the chosen one."""
    every = list(known.items())
    if chosen not in known:
        every.append((chosen, chosen))
    if len(every) <= FEW:
        return every
    at = [code for code, _name in every].index(chosen)
    return [every[(at + step) % len(every)] for step in (-1, 0, 1)]


def _speak(stage: Stage, code: str) -> None:
    """Read a language beside the window, then speak it."""

    def done(found: object) -> None:
        if isinstance(found, Language):
            stage.change(evolve(stage.settings, language=code), found)
        else:
            stage.say(say("That language cannot be used: {problem}", problem=found))

    stage.work(lambda: stage.speech(code), done)


def at_start(settings: Settings) -> tuple[Language, str]:
    """Return the language to start in, and why it is not the one that was set, or nothing."""
    try:
        return speech(settings.language), ""
    except (UnknownLanguage, CatalogueProblem) as problem:
        return ENGLISH, str(problem)


# --- how it looks -----------------------------------------------------------------------------------------


def _sample(page: Page, rect: pygame.Rect) -> None:
    """A piece of a screen in the chosen look; its dot climbs at the chosen speed."""
    palette = page.palette
    page.fill(rect, palette.ground, 6)
    page.outline(rect, palette.faint, 6)
    inner = rect.inflate(-4 * page.gap, -3 * page.gap)
    page.text(_("How it looks"), pygame.Rect(inner.x, inner.y, inner.width, page.line()), colour=palette.soft)
    y = inner.y + page.line() + page.gap
    page.text(
        _("Hour 12"),
        pygame.Rect(inner.x, y, inner.width, page.line(Style.DISPLAY)),
        Style.DISPLAY,
        palette.accent_ink,
    )
    y += page.line(Style.DISPLAY) + page.gap // 2
    words = _("Who stands where, and what it takes.")
    y = page.paragraph(words, pygame.Rect(inner.x, y, inner.width, 3 * page.line())) + page.gap
    for number, mark in enumerate(MARKS[:4]):
        centre = (inner.x + page.px(12) + number * page.px(44), y + page.px(10))
        draw_mark(page, mark, centre, page.px(8), palette.actors[number])
    y += page.px(32)
    field = pygame.Rect(inner.x, y, inner.width, inner.bottom - y)
    if field.height < page.px(40):
        return
    steps = max(2, min(6, field.height // page.px(30)))
    for number in range(steps):
        level = field.bottom - page.px(8) - number * (field.height - page.px(16)) // (steps - 1)
        danger = number == steps - 1
        draw = page.dashes if danger else page.stroke
        colour = palette.danger if danger else palette.line
        draw((field.x, level), (field.right, level), colour, page.px(2) if danger else 1)
    share = page.motion.eased("settings.sample", 1.2)
    top, bottom = field.bottom - page.px(8) - (field.height - page.px(16)) * 3 // 5, field.bottom - page.px(8)
    at = round(bottom + (top - bottom) * share)
    draw_mark(page, "disc", (field.centerx, at), page.px(8), palette.accent)
