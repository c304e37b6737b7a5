"""Routes that answer with a page, a file a view."""
