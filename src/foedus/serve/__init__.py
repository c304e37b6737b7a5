"""The analyst's page and the API under it: one server over one ledger."""
