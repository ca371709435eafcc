"""What a screen shows, as plain frozen data built from what one seat may know; no pygame, no HTML."""
