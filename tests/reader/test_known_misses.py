"""How many of the sentences that the reader's tests hold are read wrongly: the share may only shrink."""

from tests.reader import (
    test_constructions,
    test_memory,
    test_other_roles,
    test_senses,
    test_stages,
    test_transfer_roles,
)
from tests.reader.known_misses import CASES, MISSES

TABLES = (test_constructions, test_memory, test_other_roles, test_senses, test_stages, test_transfer_roles)
"""Loading them fills CASES."""
READ_RIGHT = 0.69
"""Of 206 sentences 0.694 were read right when this was pinned; what is left is for a training to move. Of the 145 that
were here before the constructions and the memory of events came in, 0.731, and 0.793 before roles were learned."""


def test_every_known_miss_is_a_sentence_of_a_test() -> None:
    assert all(table.__doc__ for table in TABLES)
    assert MISSES.keys() - CASES == set()


def test_the_share_that_is_read_right_does_not_sink() -> None:
    assert 1 - len(MISSES) / len(CASES) >= READ_RIGHT
