"""That nothing was changed behind the ledger's back: the hash chain, what it covers, walking it, the log."""
