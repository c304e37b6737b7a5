"""Bytes, files and folders to documents: decoding, extraction, metadata. Reads no meaning and no network."""
