"""How long an export of a large ledger takes, and how much memory."""
