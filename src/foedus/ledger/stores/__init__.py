"""Where a ledger is kept: one SQLite file, or one schema of a PostgreSQL database, behind the same few calls."""
