"""Kinship of texts: keys by which it is looked for, edges, stories, and which documents are still to be compared."""
