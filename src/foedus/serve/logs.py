"""The server's log on standard error: a line for each error inside, and one for each request where that is wanted."""

import logging
import os
import re
import sys
import traceback

_TOKEN = re.compile(r"([?&]token=)[^&\s]*")


def config_logs(*, requests: bool) -> None:
    """Let uvicorn's loggers write in our form; a whole traceback only with FOEDUS_DEBUG."""
    errors = logging.getLogger("uvicorn.error")
    _write(errors, _Errors("foedus: %(message)s"), logging.ERROR)
    access = logging.getLogger("uvicorn.access")
    _write(access, _Requests("foedus: %(asctime)s %(message)s"), logging.INFO if requests else logging.CRITICAL)


def _write(logger: logging.Logger, form: logging.Formatter, level: int) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(form)
    logger.handlers = [handler]
    logger.setLevel(level)
    logger.propagate = False


class _Errors(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """One line: what, and where in Foedus."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return "foedus: " + " ".join(record.getMessage().split())
        if os.environ.get("FOEDUS_DEBUG"):
            return "".join(traceback.format_exception(error))
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "foedus" in frame.filename] or list(frames)
        where = f" ({ours[-1].filename.rpartition('foedus/')[2]}:{ours[-1].lineno})" if ours else ""
        told = " ".join(str(error).split())
        return f"foedus: internal error: {type(error).__name__}: {told}{where}; FOEDUS_DEBUG=1 shows all of it"


class _Requests(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """As uvicorn says it, without the token of an address."""
        return _TOKEN.sub(r"\1…", super().format(record))
