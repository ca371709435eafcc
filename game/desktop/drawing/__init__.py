"""Pictures of view data that are no widgets: marks, ladders, the plan's clock, beliefs, numbers."""
