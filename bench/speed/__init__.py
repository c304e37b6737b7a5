"""How fast the rooms work, always as a ratio to a yardstick measured in the same run."""
