"""One game in progress: seats, orders, undo, saves and replays."""
