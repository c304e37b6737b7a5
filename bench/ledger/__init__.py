"""How fast the ledger writes and answers, on ledgers made up for it: `python -m bench.ledger`."""
