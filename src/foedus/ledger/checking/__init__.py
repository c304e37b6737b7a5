"""Whether a ledger is whole: its database, its records against their texts, and all that repeats them."""
