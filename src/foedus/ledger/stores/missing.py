"""That there is no ledger, which is no fault where one may still be made."""

from foedus.model.errors import LedgerError


class NoLedgerError(LedgerError):
    """Nothing lies at the place, and nothing was to be made there."""
