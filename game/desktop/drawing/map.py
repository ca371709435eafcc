"""The map: coasts and soft areas, places with their forces, ways, moves, and what happened a turn ago.

The wheel zooms at the pointer, dragging shifts, and so do the keys plus, minus and 0. Arrows go from place to
place, page up and down through all of them. Whatever is seen can be pointed at and says what it is.
"""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.map_camera import Projection, projection_of
from game.desktop.drawing.map_charts import Chart, Charts, first_place, place_hint
from game.desktop.drawing.map_labels import leader
from game.desktop.drawing.map_layout import Layout, laying_out
from game.desktop.drawing.map_marks import Marker, draw_considered, draw_markers, draw_node, markers
from game.desktop.drawing.map_plates import Detail, Plate, draw_plate, stacks
from game.desktop.drawing.map_ways import draw_label
from game.desktop.drawing.piecework import at_once
from game.desktop.drawing.symbols import Signs
from game.desktop.page import Key, Page, Part, Widget
from game.desktop.theme import Style
from game.language import _, say
from game.view.map import MapView, PlaceView
from game.view.words import listing

if TYPE_CHECKING:
    from game.desktop.screens.crisis import Crisis

BUTTON = 26
"""The side of a zoom button, in pixels at 1280 x 720."""
ZOOMS = {
    pygame.K_PLUS: 2,
    pygame.K_KP_PLUS: 2,
    pygame.K_EQUALS: 2,
    pygame.K_MINUS: -2,
    pygame.K_KP_MINUS: -2,
}
ARROWS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}
PAGES = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1}


def draw_map(page: Page, rect: pygame.Rect, crisis: "Crisis", *, compact: bool = False) -> str:
    """Draw the map; return the place to tell about: under the pointer, or else the chosen one."""
    charts = crisis.part(Charts)
    chart = charts.small if compact else charts.large
    return _Drawing(page, rect, crisis, chart, charts.signs, compact).draw()


class _Drawing:
    """One frame of one map."""

    def __init__(
        self, page: Page, rect: pygame.Rect, crisis: "Crisis", chart: Chart, signs: Signs, compact: bool
    ) -> None:
        self.page, self.rect, self.crisis, self.chart = page, rect, crisis, chart
        self.signs, self.compact = signs, compact
        self.view: MapView = crisis.play.view.map
        self.camera = chart.camera
        self.projection: Projection = projection_of(self.view, rect)
        self.badges = crisis.badges(page)
        self.name = "minimap" if compact else "map"
        points = [self.projection.world(place.east, place.north) for place in self.view.places]
        margin = (page.px(36), page.px(28)) if compact else (page.px(112), page.px(56))
        self.camera.look(rect, points, margin)
        self.where = {
            place.id: self.camera.pixel(point) for place, point in zip(self.view.places, points, strict=True)
        }
        self.widget = Widget(
            self.name,
            rect,
            "map",
            _("Map"),
            wheel=self._wheel,
            drag=self._drag,
            drop=self._drop,
            key=self._key,
        )

    def draw(self) -> str:
        """Draw everything and register what can be pressed."""
        page, view, chart = self.page, self.view, self.chart
        self._begin_turn()
        buttons = self._buttons()
        kept = page.surface.get_clip()
        page.surface.set_clip(self.rect)
        chart.ground.draw(page, self.rect, view, self.camera, self.projection, self.badges)
        layout = self._layout([rect for _, rect, _ in buttons])
        told = self._told(layout)
        draw_considered(page, self.crisis, view, self._where)
        moving = markers(page, view, self._where, self.badges, self.rect, self._taken(layout))
        for place in view.places:
            self._leader(layout, place)
        for place in view.places:
            draw_node(page, self.crisis, view, place, self.where[place.id], self.badges)
        self._labels(layout, [marker.rect for marker in moving])
        self._markers(moving)
        for place in view.places:
            self._plate(layout, place, place.id == told)
        for icon, rect, press in buttons:
            self._button(icon, rect, press)
        page.outline(self.rect, page.palette.line, 4)
        page.surface.set_clip(kept)
        self._last_parts()
        page.add(self.widget)
        return told

    def _where(self, place: str) -> tuple[int, int]:
        return self.where[place]

    def _begin_turn(self) -> None:
        """Show what moved, once, when nothing lies over the map any more."""
        turn = self.crisis.play.view.turn
        if self.chart.turn != turn and not self.crisis.overlay:
            if self.chart.turn:
                self.page.motion.start("map.turn")
            self.chart.turn = turn

    # --- layout -------------------------------------------------------------------------------------------

    def _layout(self, blocked: list[pygame.Rect]) -> Layout:
        page, chart = self.page, self.chart
        like = (
            id(self.view),
            self.rect.size,
            page.type.scale,
            self.compact,
            self.crisis.stage.language.code,
        )
        wanted = (*like, self.camera.scale)
        if chart.layout is not None and chart.laid == wanted:
            return chart.layout
        whole = self.rect, self.view, self.camera, self.projection, blocked
        if chart.layout is None or chart.laid[:-1] != like or page.motion.reduced:
            chart.laying.stop()
            chart.layout, chart.laid = at_once(laying_out(page, *whole, compact=self.compact)), wanted
            return chart.layout
        page.motion.ask()
        if chart.ground.busy:
            return chart.layout  # one thing after the other
        if not chart.laying.busy_with(wanted):  # nearer or further: plates keep their distance until then
            chart.laying.begin(wanted, laying_out(page, *whole, compact=self.compact))
        found = chart.laying.go_on()
        if found is not None:
            chart.layout, chart.laid = found, wanted
        return chart.layout

    def _taken(self, layout: Layout) -> list[pygame.Rect]:
        plates = [kept.at(self.where[place]) for place, (_, kept) in layout.plates.items()]
        return plates + [
            kept.at(self.where[self.view.links[number].one]) for number, kept in layout.labels.items()
        ]

    def _told(self, layout: Layout) -> str:
        """Return the place under the pointer, or else the chosen one."""
        if self.page.over(self.rect):
            for place, (_, kept) in layout.plates.items():
                if self.page.over(kept.at(self.where[place])):
                    return place
            reach = self.page.px(12)
            for place, (x, y) in self.where.items():
                if self.page.over(pygame.Rect(x - reach, y - reach, 2 * reach, 2 * reach)):
                    return place
        return "" if self.compact else self.crisis.place or first_place(self.view)

    # --- parts of the drawing -----------------------------------------------------------------------------

    def _leader(self, layout: Layout, place: PlaceView) -> None:
        found = layout.plates.get(place.id)
        if found is None:
            return
        anchor = self.where[place.id]
        colour = self.page.palette.soft
        end = leader(anchor, found[1].at(anchor))
        pygame.draw.line(self.page.surface, colour, anchor, end, max(1, self.page.px(1)))

    def _plate(self, layout: Layout, place: PlaceView, told: bool) -> None:
        found = layout.plates.get(place.id)
        if found is None:
            return
        page, (plate, kept) = self.page, found
        rect = kept.at(self.where[place.id])
        if not rect.colliderect(self.rect):
            return
        whole = self.rect.contains(rect)
        marks = list(page.marks)
        cursor = page.has_focus(self.name) and self._at() == place.id
        edge = page.palette.focus if cursor else page.palette.accent if told else None
        draw_plate(page, self.signs, plate, rect, self.badges, edge)
        if not whole:
            page.marks[:] = marks  # cut by the field's edge: seen as it slides in, read when it is there
        self._plate_parts(plate, rect.clip(self.rect))

    def _plate_parts(self, plate: Plate, seen: pygame.Rect) -> None:
        place = plate.place
        press, hint = self._choosing(place.id), place_hint(self.view, place)
        if plate.detail >= Detail.NAME and (hidden := stacks(place)):
            names = listing(one.name for stack in hidden for one in stack.forces)
            hint = " ".join((hint, say("Forces: {names}.", names=names)))
        for name, rect, words in plate.parts:
            if rect.clip(seen):
                self.widget.parts.append(Part(f"force.{name}", rect.clip(seen), words, press, hint=words))
        if seen:
            self.widget.parts.append(Part(f"place.{place.id}", seen, place.name, press, hint=hint))

    def _labels(self, layout: Layout, covered: list[pygame.Rect]) -> None:
        for number, kept in layout.labels.items():
            link = self.view.links[number]
            rect = kept.at(self.where[link.one])
            if self.rect.contains(rect) and rect.collidelist(covered) < 0:
                draw_label(self.page, link, rect)
                name = f"way.{link.one}.{link.other}"
                self.widget.parts.append(
                    Part(name, rect, link.words, self._choosing(link.one), hint=link.words)
                )

    def _markers(self, moving: list[Marker]) -> None:
        draw_markers(self.page, self.signs, moving, self.badges)
        for marker in moving:
            rect = marker.rect.clip(self.rect)
            if rect:
                words = marker.stack.words
                press = self._choosing(marker.stack.first.place)
                self.widget.parts.append(
                    Part(f"force.{marker.stack.first.id}", rect, words, press, hint=words)
                )

    def _last_parts(self) -> None:
        """Places that have no plate, or whose point lies apart from it, can be pressed where they lie."""
        reach = self.page.px(11)
        for place in self.view.places:
            x, y = self.where[place.id]
            rect = pygame.Rect(x - reach, y - reach, 2 * reach, 2 * reach).clip(self.rect)
            if rect:
                self.widget.parts.append(
                    Part(
                        f"at.{place.id}",
                        rect,
                        place.name,
                        self._choosing(place.id),
                        hint=place_hint(self.view, place),
                    )
                )

    # --- going about --------------------------------------------------------------------------------------

    def _buttons(self) -> list[tuple[str, pygame.Rect, Callable[[], None]]]:
        side, gap = self.page.px(BUTTON), self.page.gap // 2
        right, y = self.rect.right - self.page.gap, self.rect.y + self.page.gap
        names: list[tuple[str, Callable[[], None]]] = [
            ("zoom-in", lambda: self._go_in(2)),
            ("zoom-out", lambda: self._go_in(-2)),
            ("maximize", self._show_all),
            ("key-round", self._open_key),
        ]
        if self.compact:
            return []
        found = [
            (name, pygame.Rect(right - side, y + number * (side + gap), side, side), press)
            for number, (name, press) in enumerate(names)
        ]
        key, place, press = found[-1]
        wide = self._key_width()
        if wide <= self.rect.width // 4:  # the key is what one has to find: by its name where there is room
            found[-1] = key, pygame.Rect(right - wide, place.y, wide, max(side, self.page.line())), press
        return found

    def _key_width(self) -> int:
        page = self.page
        return page.icon_width(16) + page.type.width(_("Key"), Style.BODY) + 2 * page.gap + page.px(4)

    def _button(self, icon: str, rect: pygame.Rect, press: Callable[[], None]) -> None:
        page = self.page
        dull = icon in ("zoom-out", "maximize") and self.camera.zoom <= 1.0
        page.fill(rect, page.palette.pressed if page.over(rect) else page.palette.raised, 5)
        page.outline(rect, page.palette.line, 5)
        if icon == "key-round" and rect.width >= self._key_width():
            size = page.icon_width(16)
            left = rect.x + page.gap
            page.icon(icon, pygame.Rect(left, rect.y, size, rect.height), page.palette.ink, 16)
            left += size + page.px(4)
            page.text(_("Key"), pygame.Rect(left, rect.y, rect.right - left, rect.height))
        else:
            page.icon(icon, rect, page.palette.line if dull else page.palette.ink, 16)
        hint = {
            "zoom-in": _("Zoom in (plus, or the wheel)"),
            "zoom-out": _("Zoom out (minus, or the wheel)"),
            "maximize": _("Show all of it (0)"),
            "key-round": _("What the signs mean (K)"),
        }[icon]
        self.widget.parts.insert(0, Part(icon, rect, hint, press, hint=hint))

    def _go_in(self, steps: int) -> None:
        self.camera.go_in(steps)
        self.crisis.stage.redraw()

    def _show_all(self) -> None:
        self.camera.show_all()
        self.crisis.stage.redraw()

    def _open_key(self) -> None:
        charts = self.crisis.part(Charts)
        charts.side = "" if charts.side == "key" else "key"
        self.crisis.stage.redraw()

    def _wheel(self, steps: int) -> None:
        self.camera.go_in(steps, self.crisis.stage.pointer)

    def _drag(self, point: tuple[int, int]) -> None:
        if self.chart.grabbed is not None:
            self.camera.pan(point[0] - self.chart.grabbed[0], point[1] - self.chart.grabbed[1])
        self.chart.grabbed = point

    def _drop(self) -> None:
        self.chart.grabbed = None

    def _choosing(self, place: str) -> Callable[[], None]:
        return lambda: self._choose(place)

    def _choose(self, place: str) -> None:
        self.crisis.part(Charts).side = "place"
        self.crisis.choose_place(place)
        if self.compact:
            self.crisis.show_aspect("map")  # where there is room for what is there
        self.crisis.stage.redraw()

    def _at(self) -> str:
        return self.crisis.place or first_place(self.view)

    def _key(self, key: Key) -> bool:
        if key.code in ZOOMS:
            point = self.where.get(self._at())
            self.camera.go_in(ZOOMS[key.code], point)
        elif key.code in (pygame.K_0, pygame.K_KP0):
            self.camera.show_all()
        elif key.code == pygame.K_k:
            self._open_key()
        elif key.code in PAGES and self.where:
            return self._turn_over(PAGES[key.code])
        elif key.code in ARROWS and self.where:
            return self._walk(key.code)
        elif key.code in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE) and self.where:
            self._choose(self._at())
        else:
            return False
        return True

    def _walk(self, code: int) -> bool:
        """Go to the nearest place in a direction."""
        across, down = ARROWS[code]
        x0, y0 = self.where[self._at()]
        best, least = "", math.inf
        for place, (x, y) in self.where.items():
            ahead = (x - x0) * across + (y - y0) * down
            aside = abs((x - x0) * down) + abs((y - y0) * across)
            if ahead > 0 and ahead * 2 >= aside and ahead + 2 * aside < least:
                best, least = place, ahead + 2 * aside
        return self._go_to(best)

    def _turn_over(self, step: int) -> bool:
        """Go to the next place of all, in the scenario's order."""
        names = list(self.where)
        return self._go_to(names[(names.index(self._at()) + step) % len(names)])

    def _go_to(self, name: str) -> bool:
        """Choose a place and bring it into sight."""
        place = self.view.place(name)
        if place is None:
            return False
        self.crisis.choose_place(name)
        self.camera.bring_in(self.projection.world(place.east, place.north), self.page.px(110))
        return True
