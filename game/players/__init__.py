"""Computer players: they choose from what their seat observes, for a whole batch of games at once."""

from game.players.account import Account, Consequence, Dealt, Picked, Weighed, account
from game.players.protocol import Player
from game.players.roster import UnknownPlayer, names, player

__all__ = [
    "Account",
    "Consequence",
    "Dealt",
    "Picked",
    "Player",
    "UnknownPlayer",
    "Weighed",
    "account",
    "names",
    "player",
]
