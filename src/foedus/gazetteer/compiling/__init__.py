"""Entity files → alias table and entity records: run by people who edit the files, never while reading."""
