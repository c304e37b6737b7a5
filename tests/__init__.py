"""The specification: what Foedus promises, room by room."""
