"""What the ledger can be asked, now and as of any moment: claims, documents, words, counts, changes."""
