"""The rules: a batch world, a compiled program, mechanisms, events and observations. Knows no files, screens or clocks."""
