"""What a player can say, one function a command. A line that cannot be followed raises a `LineProblem`."""

import re

from game.language import N_, _, say
from game.session.predictions import SURENESS, Course
from game.terminal import bargaining, looking, moves, situation
from game.terminal.desk import Command, Desk, Step
from game.terminal.looking import chosen_move
from game.terminal.naming import (
    Named,
    claim_names,
    find,
    matches,
    move_names,
    plain,
    question_names,
    seat_names,
)
from game.terminal.problems import NotNow, NotUnderstood, several, unknown
from game.terminal.rules import rules
from game.view.seat import SeatView


def follow(desk: Desk, line: str) -> Step:
    """Do what a line says. Raises LineProblem."""
    line = " ".join(line.split())
    word, _, rest = line.partition(" ")
    if word.casefold() != "end":
        desk.forget_warning()
    if not line:
        return _help(desk, "")
    if re.fullmatch(r"\d+([ ,]+\d+)*", line):
        return _order(desk, line)
    named = move_names(desk.view)
    if rest and any(plain(name.names[0]).startswith(plain(line)) for name in named):
        return _order(desk, line)
    command = COMMANDS.get(word.casefold())
    if command:
        return command.run(desk, rest)
    return _meant(desk, line, word, rest, named)


def _meant(desk: Desk, line: str, word: str, rest: str, named: tuple[Named, ...]) -> Step:
    """What the beginning of a command or of a move can mean."""
    commands = [command for command in COMMANDS.values() if command.word.startswith(word.casefold())]
    topics = [
        topic for topic in situation.TOPICS if topic.startswith(line.casefold()) and topic not in COMMANDS
    ]
    found = matches(line, named)
    said = [command.word for command in commands] + [f"show {topic}" for topic in topics]
    if len(said) + len(found) > 1:
        raise several(line, [*(f"`{words}`" for words in said), *(move.shown for move in found)])
    if commands:
        return commands[0].run(desk, rest)
    if topics:
        return looking.show(desk, topics[0])
    if found:
        return _order(desk, line)
    known = [*COMMANDS, *(name.names[0] for name in named)]
    raise unknown(N_("command or move"), line, known, _("`help` lists what you can say."))


# --- orders ---------------------------------------------------------------------------------------


def _order(desk: Desk, rest: str) -> Step:
    """Order moves by number or one by name."""
    if not rest:
        raise NotUnderstood(
            _("Not understood: order which move? Say its number or the beginning of its name.")
        )
    numbers = re.fullmatch(r"\d+([ ,]+\d+)*", rest)
    draft = desk.draft
    for text in re.split(r"[ ,]+", rest) if numbers else [rest]:
        draft = draft.with_move(desk.view, chosen_move(desk, text))
    desk.change(draft)
    return Step.STAY


def _move_or_nothing(desk: Desk, text: str) -> str:
    return "" if text.strip().casefold() in ("", "nothing") else chosen_move(desk, text)


def _drop(desk: Desk, rest: str) -> Step:
    desk.change(desk.draft.without(chosen_move(desk, rest)))
    return Step.STAY


def _undo(desk: Desk, rest: str) -> Step:
    desk.undo()
    return Step.STAY


def _orders(desk: Desk, rest: str) -> Step:
    desk.say_orders()
    return Step.STAY


def _roe(desk: Desk, rest: str) -> Step:
    rules = desk.view.engagement
    if rules is None:
        raise NotNow(_("Not now: in this game you set no rules of engagement."))
    if not rest:
        now = next(choice.name for choice in rules.choices if choice.id == rules.current).lower()
        desk.page.paragraph(say("Rules of engagement are {rules}. Say `roe` and one of these:", rules=now))
        desk.page.items(f"{choice.id}: {choice.summary}" for choice in rules.choices)
        return Step.STAY
    things = [Named(choice.id, (choice.id,)) for choice in rules.choices]
    found = find(N_("rules of engagement"), rest, things, _("Say `roe tight`, `roe normal` or `roe free`."))
    desk.change(desk.draft.with_engagement(found.key))
    return Step.STAY


def _claim(desk: Desk, rest: str) -> Step:
    if not desk.view.claim_choices:
        raise NotNow(_("Not now: there is nothing to make a public claim about."))
    if not rest:
        moves.claims(desk.page, desk.view)
        return Step.STAY
    found = find(N_("claim"), rest, claim_names(desk.view), _("`claim` lists them."))
    incident, claim = found.key.split("/")
    desk.change(desk.draft.with_claim(incident, claim))
    return Step.STAY


def _if(desk: Desk, rest: str) -> Step:
    if not desk.view.limit.contingent:
        raise NotNow(_("Not now: in this game orders do not hang on questions."))
    if not rest:
        moves.questions(desk.page, desk.view)
        return Step.STAY
    parts = re.fullmatch(r"(.+?) then (.+?)(?: else (.+))?", rest, re.IGNORECASE)
    if not parts:
        raise NotUnderstood(_("Not understood: say `if 1 then 4 else 7`; `if` alone lists the questions."))
    question = find(N_("question"), parts[1], question_names(desk.view), _("`if` lists them."))
    then, otherwise = _move_or_nothing(desk, parts[2]), _move_or_nothing(desk, parts[3] or "")
    desk.change(desk.draft.with_contingent(desk.view, question.key, then, otherwise))
    return Step.STAY


COURSES = {
    "up": Course.CLIMBS,
    "climbs": Course.CLIMBS,
    "same": Course.HOLDS,
    "holds": Course.HOLDS,
    "down": Course.CLIMBS_DOWN,
    "climbs down": Course.CLIMBS_DOWN,
}
"""What can be predicted, as players say it."""


def _predict(desk: Desk, rest: str) -> Step:
    if not desk.view.predictions:
        raise NotNow(_("Not now: in this game there is nothing to predict."))
    if not rest:
        moves.predictions(desk.page, desk.view)
        return Step.STAY
    parts = re.fullmatch(r"(.+?) (climbs down|climbs|up|holds|same|down) (\d+) ?%?", rest, re.IGNORECASE)
    if not parts or int(parts[3]) not in SURENESS:
        raise NotUnderstood(
            _(
                "Not understood: say who, then climbs, holds or climbs down, then 50 to 100. "
                "`predict` explains."
            )
        )
    seat = find(N_("seat"), parts[1], seat_names(desk.view), _("`predict` lists them."))
    desk.change(desk.draft.with_prediction(seat.key, COURSES[parts[2].casefold()], int(parts[3])))
    return Step.STAY


# --- help -----------------------------------------------------------------------------------------


def _useless(view: SeatView) -> frozenset[str]:
    """The commands that mean nothing in this game."""
    needed = {
        "if": view.limit.contingent,
        "roe": view.engagement is not None,
        "claim": view.limit.claims,
        "predict": bool(view.predictions),
        "offer": bool(view.tables),
        "talks": bool(view.tables),
        "accept": bool(view.tables),
        "reject": bool(view.tables),
        "map": view.map.worth_drawing,
        "ledger": bool(view.ledger.acts or view.ledger.promises),
        "coalition": bool(view.coalitions),
    }
    return frozenset(word for word, useful in needed.items() if not useful)


def _usage(view: SeatView, command: Command) -> str:
    """How a command is said in this game."""
    return bargaining.usage(view) if command.word == "offer" else command.usage


def _explained(command: Command) -> str:
    """What a command does."""
    return say(command.help, topics=", ".join(situation.TOPICS))


def _help(desk: Desk, rest: str) -> Step:
    if rest:
        things = [Named(command.word, (command.word,)) for command in COMMANDS.values()]
        command = COMMANDS[find(N_("command"), rest, things, _("`help` lists them.")).key]
        desk.page.paragraph(f"{_usage(desk.view, command)}: {_explained(command)}")
        return Step.STAY
    desk.page.heading(_("You can say (the beginning of a word is enough where it is clear):"))
    desk.page.item(_("a number, several numbers, or a move's name: order it."))
    useless = _useless(desk.view)
    desk.page.items(
        f"{_usage(desk.view, command)}: {_explained(command)}"
        for command in COMMANDS.values()
        if command.word not in useless
    )
    return Step.STAY


# --- the game -------------------------------------------------------------------------------------


def _end(desk: Desk, rest: str) -> Step:
    return Step.END if desk.may_end() else Step.STAY


def _back(desk: Desk, rest: str) -> Step:
    if rest and not rest.isdecimal():
        raise NotUnderstood(_("Not understood: back to which turn? Say `back` and a number."))
    turn = int(rest) if rest else desk.view.turn - 1
    if not 1 <= turn < desk.view.turn:
        raise NotNow(
            say(
                "Not now: there is no earlier turn {turn} to go back to; this is turn {now}.",
                turn=turn,
                now=desk.view.turn,
            )
        )
    desk.back_to = turn
    return Step.BACK


def _lines(desk: Desk, rest: str) -> Step:
    lines = desk.lines.lines if desk.lines else ()
    desk.page.paragraph(_("The lines of play:"))
    desk.page.items(
        [
            say("{line}: {words}; you are here", line=line.name, words=line.words)
            if line.current
            else say("{line}: {words}", line=line.name, words=line.words)
            for line in lines
        ]
    )
    return Step.STAY


def _switch(desk: Desk, rest: str) -> Step:
    lines = desk.lines.lines if desk.lines else ()
    others = [line for line in lines if not line.current]
    found = next((line for line in others if rest.upper() == line.letters), None)
    if found is None:
        if not others:
            raise NotNow(_("Not now: there is one line of play, and you are on it. `back` begins another."))
        letters = ", ".join(line.letters for line in others)
        raise NotUnderstood(
            say("Not understood: over to which line? Say `switch` and one of {letters}.", letters=letters)
        )
    desk.switch_to = found.id
    return Step.SWITCH


def _save(desk: Desk, rest: str) -> Step:
    return Step.SAVE


def _quit(desk: Desk, rest: str) -> Step:
    return Step.QUIT


COMMANDS: dict[str, Command] = {
    command.word: command
    for command in (
        Command("order", "order 3", N_("order a move; the number alone will do."), _order),
        Command("moves", "moves", N_("hear all moves again."), looking.moves),
        Command(
            "details",
            "details 3",
            N_("all about a move: what it needs, does, and how it is read."),
            looking.details,
        ),
        Command("why", "why 3", N_("why a move is not available."), looking.why),
        Command("map", "map", N_("hear the map: places, forces, the ways between places."), looking.chart),
        Command(
            "ledger", "ledger 3", N_("who would answer your moves, or one of them, and why."), looking.ledger
        ),
        Command(
            "coalition", "coalition", N_("hear who has joined, and what the others ask."), looking.coalition
        ),
        Command("orders", "orders", N_("hear your orders so far."), _orders),
        Command("undo", "undo", N_("take back the last thing you ordered."), _undo),
        Command("drop", "drop 3", N_("take back one move."), _drop),
        Command("if", "if 1 then 4 else 7", N_("a move that hangs on a question."), _if),
        Command("roe", "roe tight", N_("rules of engagement: tight, normal or free."), _roe),
        Command("claim", "claim 2", N_("say in public why something happened."), _claim),
        Command(
            "offer",
            "offer 1=1 3=2 first=NAME",
            N_(
                "put a package on a table: terms with their levels, and who goes first; `offer` lists the "
                "terms, `offer none` takes back what you put this turn; "
                "one of an earlier turn is only replaced."
            ),
            bargaining.offer,
        ),
        Command(
            "talks", "talks", N_("hear the tables: their terms, and what stands on them."), looking.talks
        ),
        Command("accept", "accept", N_("agree to the offer that stands."), bargaining.accept),
        Command("reject", "reject", N_("reject the offer that stands."), bargaining.reject),
        Command("predict", "predict NAME climbs 70", N_("fill in the prediction slip."), _predict),
        Command(
            "show",
            "show",
            N_("hear the situation again, or one part: {topics}."),
            looking.show,
        ),
        Command("end", "end", N_("end your turn with these orders."), _end),
        Command("back", "back", N_("go back a turn, or to the turn of that number."), _back),
        Command(
            "lines", "lines", N_("hear the lines of play: what was played, and where it branched."), _lines
        ),
        Command("switch", "switch B", N_("go over to another line of play, at its end."), _switch),
        Command("save", "save", N_("hear where the game is kept; it is kept after every turn."), _save),
        Command("quit", "quit", N_("stop; the game can be resumed."), _quit),
        Command("rules", "rules hazard", N_("the rulebook: its sections, or the rules with a word."), rules),
        Command("help", "help", N_("hear this."), _help),
    )
}
"""Every command by its word, in the order of the help."""
