"""What rules read: claims and treaties as tables of a small database of their own, in memory, beside the ledger."""
