"""The store: documents, where they were seen, and their claims, in one SQLite file."""
