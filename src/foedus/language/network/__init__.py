"""A small recurrent network that tags and parses, read by numpy alone; training/parser/ makes its weights."""
