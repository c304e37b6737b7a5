"""Foedus: the evidence ledger of arms and alliances."""

__version__: str


def __getattr__(name: str) -> str:
    """The version, read when it is asked for: the package's metadata are slow to find."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - slow to import

        return version("foedus")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
