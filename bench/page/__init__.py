"""How fast the page answers, and what its ten first tasks look like."""
