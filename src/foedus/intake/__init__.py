"""Documents into the ledger: read one by one, kept in whole batches, by the commands and the page alike."""
