"""Commands killed at random moments, and what the ledger is afterwards: `python -m bench.ledger.kills --count 200`."""
