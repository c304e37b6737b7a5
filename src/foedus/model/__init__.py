"""The vocabulary that every room speaks: documents, claims, entities, dates and errors. No I/O, no clock."""
