"""What was true against what was believed then: a chart for each incident, with the evidence as it came."""

from collections.abc import Mapping

import pygame

from game.desktop.drawing.marks import Badge
from game.desktop.drawing.trails import draw_trail_chart
from game.desktop.page import Page
from game.desktop.stage import Stage
from game.desktop.theme import Style
from game.desktop.widgets.choices import Pick
from game.desktop.widgets.scrolls import Block, leads, scroll
from game.desktop.widgets.segments import segments
from game.language import _, say
from game.view.ending import EndingView, EvidenceMark


class TruthTab:
    """Which incident is looked at."""

    def __init__(self, stage: Stage, end: EndingView) -> None:
        self.stage = stage
        self.end = end
        self.at = 0

    @property
    def incidents(self) -> tuple[str, ...]:
        """The names of the incidents that happened."""
        return tuple(dict.fromkeys(trail.incident_name for trail in self.end.beliefs))

    def _choose(self, place: str) -> None:
        self.at = int(place)
        self.stage.memory.forget("evidence")
        self.stage.motion.start("ending.truth")
        self.stage.redraw()

    def draw(self, page: Page, room: pygame.Rect, signs: Mapping[str, Badge]) -> None:
        """Draw what was hidden on the left, and the chart of one incident with its evidence on the right."""
        side = room.width * 34 // 100 if self.incidents else room.width
        inner = page.panel(pygame.Rect(room.x, room.y, side, room.height), _("What was hidden"))
        blocks: list[Block] = []
        subject = ""
        for truth in self.end.truths:
            if truth.subject != subject:
                blocks.append(Block(truth.subject, Style.STRONG, space=True))
            subject = truth.subject
            blocks.append(Block(truth.text))
        blocks += self._readings(page)
        if self.end.not_a_forecast:
            soft = page.palette.soft
            blocks.append(Block(_("What this game cannot tell"), Style.STRONG, soft, space=True))
            blocks.append(Block(" ".join(self.end.not_a_forecast.split()), colour=soft))
        nothing = [Block(_("Nothing was hidden in this game."), colour=page.palette.soft)]
        scroll(page, "truths", inner, blocks or nothing)
        if self.incidents:
            left = room.x + side + 2 * page.gap
            self._incident(page, pygame.Rect(left, room.y, room.right - left, room.height), signs)

    def _readings(self, page: Page) -> list[Block]:
        """What was sent and read otherwise by the one it was done to."""
        if not self.end.readings:
            return []
        accent = page.palette.accent_ink
        blocks = [Block(_("Sent, and read otherwise"), Style.STRONG, accent, space=True)]
        for trail in self.end.readings:
            blocks.append(
                Block(say("{actor} to {other}", actor=trail.by_name, other=trail.on_name), Style.STRONG)
            )
            for hour, sent, read in trail.marks:
                blocks.append(
                    Block(say("Hour {hour}: {sent}, read as {read}", hour=hour, sent=sent, read=read))
                )
        return blocks

    def _incident(self, page: Page, rect: pygame.Rect, signs: Mapping[str, Badge]) -> None:
        inner = page.panel(rect)
        y = inner.y
        if len(self.incidents) > 1:
            high = page.line() + page.px(14)
            picks = tuple(Pick(str(place), name, hint=name) for place, name in enumerate(self.incidents))
            box = pygame.Rect(inner.x, y, inner.width, high)
            segments(page, "truth.incidents", box, picks, str(self.at), self._choose)
            y = box.bottom + page.gap
        incident = self.incidents[self.at]
        trails = [trail for trail in self.end.beliefs if trail.incident_name == incident]
        title = say("How likely each thought the true cause: {cause}", cause=trails[0].cause_name)
        y = (
            page.paragraph(title, pygame.Rect(inner.x, y, inner.width, 2 * page.line()), Style.STRONG)
            + page.gap
        )
        evidence = [one for one in self.end.evidence if one.incident_name == incident]
        blocks = [_arrival(page, one) for one in evidence]
        margin = leads(page, blocks, 74) if blocks else 0
        lines = sum(len(page.type.wrap(one.text, one.style, inner.width - margin)) for one in blocks)
        low = min(inner.height * 34 // 100, (lines + 1) * page.line()) if blocks else 0
        chart = pygame.Rect(inner.x, y, inner.width, inner.bottom - low - y)
        grown = page.motion.eased("ending.truth", 0.9)
        draw_trail_chart(page, chart, trails, sorted({one.hour for one in evidence}), signs, grown)
        if blocks:
            rule = chart.bottom + page.gap // 2
            page.stroke((inner.x, rule), (inner.right, rule), page.palette.faint)
            top = chart.bottom + page.gap
            rest = pygame.Rect(inner.x, top, inner.width, inner.bottom - top)
            scroll(page, "evidence", rest, blocks, margin=margin)


def _arrival(page: Page, mark: EvidenceMark) -> Block:
    """Evidence with its hour; what did not reach everybody says whom it reached."""
    hour = say("hour {hour}", hour=mark.hour)
    if not mark.to:
        return Block(mark.text, lead=hour)
    words = say("{evidence} (only for {actors})", evidence=mark.text, actors=mark.to)
    return Block(words, lead=hour, colour=page.palette.soft)
