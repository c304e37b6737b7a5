"""How much may be brought at once, and what the process that parses it may use."""

UPLOADS = 500
"""Files of one form."""
FIELDS = 50
"""Other fields of it."""
ENTRIES = 2_000
"""Files of one archive."""
UNPACKED_BYTES = 200_000_000
"""Of all archives of a form together."""
FETCHED_BYTES = 10_000_000
"""Of a page that is fetched."""
DOCUMENTS = 20_000
MEMORY_BYTES = 2_000_000_000
PROCESSOR_SECONDS = 120
PARSING_SECONDS = 300
READING_SECONDS = 4 * 3_600
OPEN_FILES = 64
WRITTEN_BYTES = 500_000_000
"""Of one file that the process writes: its results."""
WAITING = 10
"""Jobs that wait for their turn."""
REMEMBERED = 100
"""Jobs whose end can still be looked at."""
NAMED = 200
"""Documents and problems that a job names; the rest is counted."""
