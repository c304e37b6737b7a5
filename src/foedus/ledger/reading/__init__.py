"""What readings bring into the ledger: texts, the pages that carry them, and statements against those held already."""
