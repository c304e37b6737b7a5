"""How many and how much: numbers of a text, what they count, and sums of money."""
