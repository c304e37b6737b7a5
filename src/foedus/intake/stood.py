"""What is told of documents that were not read because the claims that they have are a model's, proven."""

from foedus.intake.tally import Tally


def stood(tally: Tally) -> str | None:
    """How many they are and how they are read again all the same; None where there are none."""
    if not tally.stood:
        return None
    many = tally.stood > 1
    line = (
        f"{tally.stood:,} document{'s were' if many else ' was'} left as a model read {'them' if many else 'it'}; "
        "`foedus reread --built-in --all` (or ids) reads with the built-in reader; --dry-run shows what that replaces"
    )
    if tally.redated:
        line += f"; {tally.redated:,} with another date than before: with --reader model their claims are dated anew"
    return line
