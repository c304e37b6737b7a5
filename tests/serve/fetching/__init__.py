"""Pages fetched from servers of the test's own, and all that must not be fetched."""
