"""Views computed from claims, shaped as analysts know them."""
