"""The briefing of one's seat."""

from collections.abc import Callable

import pygame

from game.desktop import keys
from game.desktop.page import Key, Page
from game.desktop.play import Play
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button
from game.desktop.widgets.scrolls import Block, scroll
from game.view.briefing import AimView
from game.view.seat import SeatView

KINDS = {"objective": "always", "aim": "in secret", "aftermath": "afterwards"}


class Briefing:
    """Who you are, what is at stake, what you want."""

    name = "briefing"

    def __init__(self, play: Play, begin: Callable[[], None], leave: Callable[[], None]) -> None:
        self.play = play
        self.begin = begin
        self.leave = leave

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        view, palette, gap = self.play.view, page.palette, page.gap
        width = min(page.area.width - 8 * gap, page.px(1180))
        frame = pygame.Rect((page.area.width - width) // 2, 3 * gap, width, page.area.height - 6 * gap)
        page.text(view.title, pygame.Rect(frame.x, frame.y, width, page.line()), colour=palette.soft)
        y = frame.y + page.line() + page.px(2)
        page.text(
            f"You are {view.actor_name}",
            pygame.Rect(frame.x, y, width, page.line(Style.DISPLAY)),
            Style.DISPLAY,
        )
        y += page.line(Style.DISPLAY)
        page.text(view.briefing.role, pygame.Rect(frame.x, y, width, page.line()), colour=palette.soft)
        y += page.line() + 2 * gap
        foot = pygame.Rect(frame.x, frame.bottom - page.px(44), width, page.px(44))
        side = width * 36 // 100
        body = pygame.Rect(frame.x, y, width - side - 2 * gap, foot.y - 2 * gap - y)
        inner = page.panel(body)
        scroll(page, "briefing.text", inner, case_blocks(page, view))
        right = pygame.Rect(body.right + 2 * gap, y, side, body.height)
        inner = page.panel(right, "What it is worth to you", "points of your own 100")
        scroll(page, "briefing.aims", inner, aim_blocks(page, view), margin=page.px(44))
        go = page.px(240)
        button(
            page,
            "begin",
            pygame.Rect(foot.right - go, foot.y, go, foot.height),
            "Take your seat",
            self.begin,
            look="primary",
        )
        button(
            page,
            "menu",
            pygame.Rect(foot.x, foot.y, page.px(120), foot.height),
            "Menu",
            self.leave,
            look="quiet",
        )
        middle = pygame.Rect(foot.x + page.px(136), foot.y, foot.width - go - page.px(152), foot.height)
        page.text(self.play.setting, middle, colour=palette.soft, align="centre")
        page.first = "begin"

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        if key.code == pygame.K_ESCAPE:
            self.leave()
            return True
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return ()


def case_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return the dilemma, the case and the situation."""
    briefing, soft = view.briefing, page.palette.soft
    blocks: list[Block] = []
    if briefing.dilemma:
        blocks.append(Block(briefing.dilemma, Style.HEADING, page.palette.accent))
    blocks += [Block(text, space=True) for text in _paragraphs(briefing.briefing)]
    if briefing.type_name:
        blocks.append(
            Block(f"Only you know: you are {briefing.type_name.lower()}.", Style.STRONG, space=True)
        )
        blocks.append(Block(briefing.type_summary))
    if briefing.setting:
        blocks.append(
            Block(f"The situation, {view.start}" if view.start else "The situation", Style.STRONG, space=True)
        )
        blocks += [
            Block(text, space=bool(number)) for number, text in enumerate(_paragraphs(briefing.setting))
        ]
    if briefing.not_a_forecast:
        blocks += [Block(text, colour=soft, space=True) for text in _paragraphs(briefing.not_a_forecast)]
    return blocks


def aim_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return what the seat wants, with points in the margin."""
    blocks: list[Block] = []
    for kind, title in (
        ("objective", "Always"),
        ("aim", "Drawn for this game; only you know"),
        ("aftermath", "What is left behind"),
    ):
        aims: list[AimView] = [aim for aim in view.briefing.aims if aim.kind == kind]
        if aims:
            blocks.append(Block(title, Style.STRONG, page.palette.soft, space=True))
        blocks += [Block(aim.name, lead=f"{aim.points:+.0f}") for aim in aims]
    return blocks or [Block("Your scenario says nothing about it.", colour=page.palette.soft)]


def briefing_blocks(page: Page, view: SeatView) -> list[Block]:
    """Return the whole briefing as one text."""
    blocks = case_blocks(page, view)
    blocks.append(Block("What it is worth to you", Style.HEADING, space=True))
    return blocks + aim_blocks(page, view)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
