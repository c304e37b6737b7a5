"""Sentences of the field's hard constructions, annotated by hand, and the tools that check them."""
