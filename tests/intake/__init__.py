"""Documents into the ledger, and their stories with them."""
