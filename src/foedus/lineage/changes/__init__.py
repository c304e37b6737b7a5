"""What a page says otherwise than the page that its text comes from."""

from foedus.lineage.changes.change import Change, ChangeKind
from foedus.lineage.changes.compare import changes

__all__ = ["Change", "ChangeKind", "changes"]
