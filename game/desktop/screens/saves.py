"""All saved games: cards with a picture, to go on with, to look at again, to name and to throw away."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import pygame
from attrs import define

from game.desktop import keys
from game.desktop.lately import Lately
from game.desktop.page import Key, Page
from game.desktop.screens.sheet import box_overlay, overlay_title
from game.desktop.stage import Stage
from game.desktop.theme import Style
from game.desktop.widgets.buttons import button, button_width
from game.desktop.widgets.choices import Pick, tabs
from game.desktop.widgets.entries import text_entry
from game.desktop.widgets.tiles import Tile, tiles
from game.language import N_, _, say
from game.session.record import RecordProblem
from game.session.saves import get_back, rename, throw_away
from game.view.saves import SavesView, SaveView, saves_view

SHELVES: Final = {
    "going": (N_("To go on with"), "play"),
    "finished": (N_("Finished"), "flag"),
    "damaged": (N_("Cannot be opened"), "triangle-alert"),
}
EMPTY: Final = {
    "going": N_("No game waits here. What you start is saved by itself, turn by turn."),
    "finished": N_("No game has come to its end yet."),
    "damaged": N_("Everything that is saved can be opened."),
}


@define
class _Asked:
    """What a sheet on top asks: a name, or whether to throw a game away."""

    what: str
    game: SaveView
    text: str = ""


class Saves:
    """The screen of saved games. The folder is read beside the window."""

    name = "saves"

    def __init__(self, stage: Stage, open_game: Callable[[Path], None], leave: Callable[[], None]) -> None:
        """`open_game` goes on with a game or shows its ending, `leave` goes to the menu."""
        self.stage = stage
        self.found: SavesView | None = None
        self.shelf = "going"
        self.chosen: Path | None = None
        """The record of the card that was looked at last."""
        self.busy = ""
        self._looked_in = -1
        """The frame after which another card was looked at: the press that did so opens nothing."""
        self._open, self._leave = open_game, leave
        self._asked: _Asked | None = None
        self._trashed: Path | None = None
        self._pictures = Lately[pygame.Surface | None](48)
        """More than the cards that fit into a window; those scrolled away are read again."""
        self._spoken = stage.language.code
        self.read()

    def read(self) -> None:
        """Look through the folder again."""
        self.stage.work(saves_view, self._read)

    def _read(self, found: object) -> None:
        if isinstance(found, SavesView):
            self.found = found
            if not self._games() and self.shelf == "going":
                self.shelf = next((shelf for shelf in SHELVES if self._games(shelf)), "going")
        else:
            self.found = SavesView()
            self.stage.say(say("The saved games cannot be read: {problem}", problem=found))
        self.stage.redraw()

    def _games(self, shelf: str = "") -> tuple[SaveView, ...]:
        if self.found is None:
            return ()
        return {
            "going": self.found.going_on,
            "finished": self.found.finished,
            "damaged": self.found.damaged,
        }[shelf or self.shelf]

    # --- drawing ------------------------------------------------------------------------------------------

    def draw(self, page: Page) -> None:
        """Draw the screen."""
        if self._spoken != self.stage.language.code:
            self._spoken = self.stage.language.code
            self.read()
        gap, palette = page.gap, page.palette
        width = min(page.area.width - 6 * gap, page.px(1400))
        frame = pygame.Rect((page.area.width - width) // 2, 2 * gap, width, page.area.height - 4 * gap)
        back = _("Menu")
        narrow = button_width(page, back, Style.BODY, "arrow-left")
        high = page.line() + 2 * gap
        place = pygame.Rect(frame.x, frame.y, narrow, high)
        button(page, "menu", place, back, self._leave, look="quiet", icon="arrow-left")
        left = place.right + 2 * gap
        title = pygame.Rect(left, frame.y, frame.right - left, high)
        page.text(_("Saved games"), title, Style.TITLE)
        y = frame.y + high + 2 * gap
        picks = [
            Pick(shelf, self._shelf_words(shelf, words), icon=icon)
            for shelf, (words, icon) in SHELVES.items()
        ]
        bar = pygame.Rect(frame.x, y, min(frame.width, page.px(900)), page.line() + 2 * gap)
        tabs(page, "saves.shelf", bar, picks, self.shelf, self._show)
        y = bar.bottom + 2 * gap
        foot = pygame.Rect(frame.x, frame.bottom - high - gap // 2, frame.width, high + gap // 2)
        room = pygame.Rect(frame.x, y, frame.width, foot.y - 2 * gap - y)
        if self.found is None:
            page.text(_("Reading the saved games …"), room, Style.HEADING, palette.soft, "centre")
            return
        games = self._games()
        if games:
            self._cards(page, room, games)
            self._foot(page, foot, games)
        else:
            self._nothing(page, room)
            self._get_back(page, foot, foot.right)
        page.first = "saves.games" if games else "saves.shelf"
        if self._asked is not None:
            self._ask(page, self._asked)
        elif self.busy:
            inner = box_overlay(page, 460, 120)
            page.text(self.busy, inner, Style.HEADING, align="centre")

    def _shelf_words(self, shelf: str, words: str) -> str:
        number = len(self._games(shelf))
        return say("{shelf} ({number})", shelf=_(words), number=number) if number else _(words)

    def _nothing(self, page: Page, room: pygame.Rect) -> None:
        box = pygame.Rect(room.x, room.y, room.width, room.height * 2 // 3)
        page.icon("save", box, page.palette.line, 64)
        words = pygame.Rect(box.x, box.centery + page.px(56), box.width, page.line(Style.HEADING))
        page.text(_(EMPTY[self.shelf]), words, Style.HEADING, page.palette.soft, "centre")

    def _cards(self, page: Page, room: pygame.Rect, games: tuple[SaveView, ...]) -> None:
        columns = 3 if page.large else 1 if page.tight else 2
        rows = -(-len(games) // columns)
        room.height = min(room.height, rows * (_card_height(page, 0) + page.gap) - page.gap)
        items = [
            Tile(
                game.path.stem,
                game.name,
                partial(_card_height, page),
                partial(self._card, page, game),
                partial(self._press, game),
                selected=game.path == self._focused(games).path,
                hint=game.problem,
            )
            for game in games
        ]
        tiles(
            page,
            "saves.games",
            room,
            items,
            columns=columns,
            on_cursor=lambda item: self._look(item.name),
            apart=page.gap,
        )

    def _card(self, page: Page, game: SaveView, box: pygame.Rect) -> None:
        gap, palette = page.gap, page.palette
        inner = box.inflate(-2 * gap, -2 * gap)
        height = inner.height
        picture = pygame.Rect(inner.x, inner.y, height * 16 // 9, height)
        shown = self._picture(game, height)
        page.fill(picture, palette.ground, 4)
        if shown is not None:
            page.surface.blit(shown, shown.get_rect(center=picture.center))
        else:
            icon = "triangle-alert" if game.problem else "eye" if game.watched else "map"
            page.icon(icon, picture, palette.warning if game.problem else palette.line, 40)
        page.outline(picture, palette.line, 4)
        left = picture.right + 2 * gap
        width = inner.right - left
        y = inner.y

        def line(words: str, style: Style, colour: tuple[int, int, int], rows: int = 1) -> None:
            nonlocal y
            y = page.paragraph(words, pygame.Rect(left, y, width, rows * page.line(style)), style, colour)

        line(game.name, Style.HEADING, palette.ink)
        if game.problem:
            line(game.problem, Style.BODY, palette.warning, 3)
            line(_when(game), Style.BODY, palette.soft)
            return
        more = game.still_open if game.over else game.lines
        where = f"{game.where} · {more}" if more else game.where
        line(where, Style.STRONG, palette.accent_ink)
        line(game.seats, Style.BODY, palette.ink)
        line(game.variant if game.name == game.title else game.title, Style.BODY, palette.soft)
        line(_when(game), Style.BODY, palette.soft)

    def _picture(self, game: SaveView, height: int) -> pygame.Surface | None:
        """The picture of a game at a height, read once."""
        if game.picture is None:
            return None
        file = game.picture

        def read() -> pygame.Surface | None:
            try:
                whole = pygame.image.load(str(file))
                scale = min(height / whole.get_height(), height * 16 / 9 / whole.get_width())
                size = (round(whole.get_width() * scale), round(whole.get_height() * scale))
                return pygame.transform.smoothscale(whole, size)
            except (FileNotFoundError, pygame.error, ValueError):
                return None

        return self._pictures.get((file, game.when, height), read)

    def _foot(self, page: Page, foot: pygame.Rect, games: tuple[SaveView, ...]) -> None:
        """What can be done with the card that is looked at."""
        game = self._focused(games)
        label = _("See its ending") if game.over else _("Go on watching") if game.watched else _("Go on")
        left = foot.right
        buttons: list[tuple[str, str, str, Callable[[], None], bool]] = [
            ("saves.open", label, "play", partial(self.open, game), not game.problem),
            ("saves.rename", _("Name it"), "pencil", partial(self.ask, "name", game), not game.problem),
            ("saves.delete", _("Throw away"), "trash-2", partial(self.ask, "delete", game), True),
        ]
        for number, (name, words, icon, press, enabled) in enumerate(buttons):
            width = button_width(page, words, icon=icon)
            place = pygame.Rect(left - width, foot.y, width, foot.height)
            hint = "" if enabled else game.problem
            button(
                page,
                name,
                place,
                words,
                press,
                look="primary" if number == 0 and enabled else "plain",
                enabled=enabled,
                hint=hint or words,
                icon=icon,
            )
            left = place.x - page.gap
        left = self._get_back(page, foot, left)
        page.text(game.name, pygame.Rect(foot.x, foot.y, left - page.gap - foot.x, foot.height), Style.STRONG)

    def _get_back(self, page: Page, foot: pygame.Rect, right: int) -> int:
        """Offer the game that was thrown away last, even where it was the only one; return what is left."""
        if self._trashed is None:
            return right
        words = _("Get back")
        width = button_width(page, words, icon="rotate-ccw")
        place = pygame.Rect(right - width, foot.y, width, foot.height)
        button(page, "saves.undo", place, words, self.take_back, look="plain", hint=words, icon="rotate-ccw")
        return place.x - page.gap

    def _ask(self, page: Page, asked: _Asked) -> None:
        name = asked.what == "name"
        inner = box_overlay(page, 640, 240)
        title = _("What do you call this game?") if name else _("Throw this game away?")
        under = (
            _("Only you see the name. Without one, the scenario's title stands here.")
            if name
            else say(
                "{game}, {where}. It goes to the trash folder and can be got back.",
                game=asked.game.name,
                where=asked.game.where or asked.game.path.name,
            )
        )
        y = overlay_title(page, inner, title, under)
        if name:
            place = pygame.Rect(inner.x, y, inner.width, page.line() + 2 * page.gap)

            def change(text: str) -> None:
                asked.text = text
                self.stage.redraw()

            text_entry(
                page,
                "saves.name",
                place,
                asked.text,
                change,
                asked.game.title,
                icon="pencil",
                enter=self._yes,
            )
        foot = pygame.Rect(inner.x, inner.bottom - page.px(40), inner.width, page.px(40))
        label = _("Keep the name") if name else _("Throw away")
        width = button_width(page, label)
        place = pygame.Rect(foot.right - width, foot.y, width, foot.height)
        button(page, "saves.yes", place, label, self._yes, look="primary")
        label = _("Leave it")
        place = pygame.Rect(foot.x, foot.y, button_width(page, label), foot.height)
        button(page, "saves.no", place, label, self.dismiss, look="quiet")
        page.first = "saves.name" if name else "saves.no"

    # --- what can be done ---------------------------------------------------------------------------------

    def _focused(self, games: tuple[SaveView, ...]) -> SaveView:
        return next((game for game in games if game.path == self.chosen), games[0])

    def _look(self, stem: str) -> None:
        games = self._games()
        before = self._focused(games).path
        self.chosen = next((game.path for game in games if game.path.stem == stem), None)
        self._looked_in = self.stage.frames if self.chosen != before else -1
        self.stage.redraw()

    def _press(self, game: SaveView) -> None:
        """The pointer's first press looks at a card, the second one opens it; so does Enter."""
        if game.problem:
            self.stage.say(game.problem)
        elif self._looked_in != self.stage.frames:
            self.open(game)

    def _show(self, shelf: str) -> None:
        self.shelf, self.chosen = shelf, None
        self.stage.memory.forget("saves.games")
        self.stage.redraw()

    def open(self, game: SaveView) -> None:
        """Go on with a game, or look at its ending."""
        if not self.busy:
            self.busy = _("Opening your game …")
            self._open(game.path)

    def ask(self, what: str, game: SaveView) -> None:
        """Ask for a name, or whether to throw a game away."""
        self._asked = _Asked(what, game, game.name if game.name != game.title else "")
        self.stage.redraw()

    def dismiss(self) -> None:
        """Do nothing of what was asked."""
        self._asked = None
        self.stage.redraw()

    def _yes(self) -> None:
        asked, self._asked = self._asked, None
        assert asked is not None
        try:
            if asked.what == "name":
                rename(asked.game.path, asked.text)
            else:
                self._trashed = throw_away(asked.game.path)
                self.chosen = None
                self.stage.say(say("“{game}” lies in the trash folder.", game=asked.game.name))
        except RecordProblem as problem:
            self.stage.say(str(problem))
        self.read()

    def take_back(self) -> None:
        """Get the game back that was thrown away last."""
        trashed, self._trashed = self._trashed, None
        try:
            if trashed is not None:
                self.chosen = get_back(trashed)
        except RecordProblem as problem:
            self.stage.say(str(problem))
        self.read()

    def key(self, key: Key) -> bool:
        """Take a key that no widget wanted."""
        if key.code == pygame.K_ESCAPE and not self.busy:
            if self._asked is not None:
                self.dismiss()
            else:
                self._leave()
            return True
        games = self._games()
        if self._asked is None and games and key.code in (pygame.K_DELETE, pygame.K_F2):
            self.ask("delete" if key.code == pygame.K_DELETE else "name", self._focused(games))
            return True
        return False

    def help(self) -> tuple[keys.KeyHelp, ...]:
        """Return the keys of this screen."""
        return keys.SAVES


def _card_height(page: Page, width: int) -> int:
    return page.line(Style.HEADING) + 5 * page.line() + 3 * page.gap


def _when(game: SaveView) -> str:
    if game.when is None:
        return ""
    return say("last played {day}, {time}", day=f"{game.when:%Y-%m-%d}", time=f"{game.when:%H:%M}")
