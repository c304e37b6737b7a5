"""Foedus: the evidence ledger of arms and alliances."""

from importlib.metadata import version

__version__ = version("foedus")
