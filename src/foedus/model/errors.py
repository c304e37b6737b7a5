"""What can go wrong, as one tree: each error is one line for the user, saying what, where and the remedy.

FoedusError
├── UsageError    the command was called wrongly
├── InputError    a document, file or line that cannot be read
├── DataError     an error in the project's or the user's own data (lexicon, entities, pipelines)
└── LedgerError   the store cannot be opened, written or is of another version
    ├── UnknownError    it does not hold what was named, or several things are named so
    │   └── NoTextError    it holds the document, and not its text
    └── ConflictError   somebody else has changed what was to be changed
"""


class FoedusError(Exception):
    """Base of all errors that a user is told about in one line; `exit_code` is what the command ends with."""

    exit_code = 1


class UsageError(FoedusError):
    """The command was called with arguments that cannot be used."""

    exit_code = 2


class InputError(FoedusError):
    """Something given as input cannot be read."""

    exit_code = 3


class DataError(FoedusError):
    """Shipped or user-made knowledge (lexicon, entities, pipelines) is missing or wrong."""

    exit_code = 4


class LedgerError(FoedusError):
    """The ledger cannot be opened, written or understood."""

    exit_code = 5


class UnknownError(LedgerError):
    """The ledger is sound, and does not hold what its caller named, or not that alone: name it otherwise."""

    exit_code = UsageError.exit_code


class NoTextError(UnknownError):
    """The ledger was copied without texts; it knows all else of the document with this id."""

    def __init__(self, document: str) -> None:
        super().__init__(f"document {document} is kept in this ledger without its text")
        self.document = document


class ConflictError(LedgerError):
    """What was to be changed is no longer what its caller saw: look again, then judge again."""

    exit_code = 6
