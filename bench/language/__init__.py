"""How well the language room works: figures on gold and treebanks, beside those of other programs."""
