"""What a ledger holds, in the words in which a backup and a restore say it."""

from foedus.cli.console import counted


def holdings(documents: int, claims: int, batches: int, link: str | None) -> str:
    """`3 documents, 6 claims, 1 batch; last link …`, which can be noted elsewhere."""
    held = (counted(documents, "document"), counted(claims, "claim"), counted(batches, "batch", "batches"))
    return ", ".join(held) + (f"; last link {link}" if link else "")
