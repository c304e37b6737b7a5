"""The careful reader: a document to claims by a user's language model, every character proven. No storage."""
