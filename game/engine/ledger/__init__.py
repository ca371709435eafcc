"""The deterrence ledger: who would answer an act, how likely, what it would cost, and whether that deters."""

from game.engine.ledger.answers import Act, Answer, Book, book
from game.engine.ledger.bearing import Bearing, Readable
from game.engine.ledger.rows import Ledger, Row
from game.engine.ledger.worth import Worth, worth

__all__ = ["Act", "Answer", "Bearing", "Book", "Ledger", "Readable", "Row", "Worth", "book", "worth"]
