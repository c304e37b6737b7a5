"""How well the reader tells who says a statement, and how surely."""
