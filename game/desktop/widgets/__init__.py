"""What can be pressed: each function draws one widget on a page and registers it. See docs/adr/0005."""
