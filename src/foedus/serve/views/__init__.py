"""What the views show, asked of the ledger: the same for page and API."""
