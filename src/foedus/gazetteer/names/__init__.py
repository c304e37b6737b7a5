"""Text → names that the gazetteer does not know: by how they are written, and by the words beside them."""
