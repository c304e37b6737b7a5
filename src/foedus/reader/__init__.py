"""A document to its claims: units, operators, frames, memory, voice. No storage, no network."""
