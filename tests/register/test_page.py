"""docs/register.md shows what the views give, and names every field and cause."""

from foedus.model.row import RegisterRow
from foedus.model.vocabulary import TYPES
from tests.register.page import PAGE, written

TEXT = PAGE.read_text(encoding="utf-8")


def test_every_example_is_what_the_views_give_today() -> None:
    assert written(TEXT) == TEXT


def test_every_field_of_a_row_is_explained() -> None:
    assert [field for field in RegisterRow.__struct_fields__ if f"`{field}`" not in TEXT] == []


def test_stages_that_the_views_read_are_stages_that_there_are() -> None:
    stages = {stage for spec in TYPES.values() for stage in spec.stages}
    assert {"ordered", "delivering", "delivered", "withdrawn", "lost", "frozen", "leaving", "left"} <= stages
