"""Commands: one file each, wiring the rooms together. What a command knows by itself is its words."""
