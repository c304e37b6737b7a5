"""What a command can end with, besides the errors of the other rooms."""

from foedus.intake.tally import DONE, NOTHING_READ, PARTLY
from foedus.model.errors import FoedusError

__all__ = ["DONE", "EXIT_CODES", "INTERNAL", "INTERRUPTED", "NOTHING_READ", "PARTLY", "OutputError"]

INTERNAL, INTERRUPTED = 70, 130

EXIT_CODES = """\
Exit codes:
  0    done
  1    done, but some items could not be read (each is named on standard error)
  2    the command was called wrongly, or names what the ledger does not hold
  3    nothing could be read
  4    Foedus's own data, or foedus.toml, is missing or wrong
  5    the ledger or an output file cannot be opened or written
  6    somebody else has changed what was to be judged: look again
  7    no language model answers: it cannot be reached, or refuses
  70   an error in Foedus itself (FOEDUS_DEBUG=1 shows where)
  130  interrupted: whole batches are kept, and the same command goes on"""


class OutputError(FoedusError):
    """A file that was to be written cannot be."""

    exit_code = 5
