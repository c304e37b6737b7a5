"""Why something on the web was not fetched, and whether asking again can help."""

from foedus.model.errors import FoedusError, InputError


class FetchError(InputError):
    """Asking again will not help: refused, not there, not of a kind that is read."""


class GoneError(FetchError):
    """The server says that it is gone for good."""


class TryLaterError(FetchError):
    """It may be there another time. `seconds`: how long the server asks to wait, None where it does not say."""

    def __init__(self, message: str, seconds: float | None = None) -> None:
        super().__init__(message)
        self.seconds = seconds


class RestingError(TryLaterError):
    """The host is left alone for a while, and was not asked."""


class EndedError(FoedusError):
    """Watching is to end: nothing more is asked."""
