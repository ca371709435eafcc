"""The screens: menu, briefing, crisis, ending. They draw `game.view` data and never touch the world."""
