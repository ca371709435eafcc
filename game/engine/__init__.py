"""The rules: batch world, compiled program, mechanisms, events, observations. No files, screens or clocks."""
