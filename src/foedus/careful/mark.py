"""What claims that a model's answers proved carry as their reader's name."""

BEGINNING = "careful/"
"""How every such name begins."""


def reader_name(model: str) -> str:
    """The name for a model."""
    return f"{BEGINNING}{model}"


def is_careful(name: str) -> bool:
    """Whether a reader's name is that of a model whose answers were proven."""
    return name.startswith(BEGINNING)
