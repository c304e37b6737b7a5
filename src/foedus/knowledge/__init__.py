"""How files of written knowledge are read: whole, strictly, and with the line of every fault."""
