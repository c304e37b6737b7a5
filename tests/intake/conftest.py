"""Both stores, as in the ledger's own tests."""

from tests.ledger.conftest import new_place, place, server

__all__ = ["new_place", "place", "server"]
