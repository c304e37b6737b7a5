"""What a user asks for, in words: days, levels, names and filters as command line and page take them."""
