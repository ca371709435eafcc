"""Where in a file a path is."""

from game.loading.nodes import Fields, Items, Node


def locate(root: Node, path: tuple[str | int, ...]) -> Node:
    """The node of a path: its key where it has one. Steps that the file leaves out are passed over."""
    node, here = root, root
    for step in path:
        if isinstance(node, Fields) and str(step) in node.values:
            here, node = node.keys[str(step)], node.values[str(step)]
        elif isinstance(node, Items) and str(step).isdigit() and 0 < int(step) <= len(node.values):
            here = node = node.values[int(step) - 1]
    return here
