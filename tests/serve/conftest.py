"""A ledger in a file and one on a server, as in the tests of the ledger."""

from tests.ledger.conftest import new_place, place, server

__all__ = ["new_place", "place", "server"]
