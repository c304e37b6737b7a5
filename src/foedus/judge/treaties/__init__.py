"""Treaties as data: read from files, checked, asked as of a day."""
