"""What a server can answer instead of what was asked for: each says in one line what, where and the remedy.

ClientError
├── UnreachableError    no server answers, or what answers is none of Foedus
├── RefusedError        the request means nothing to the server
├── NotAllowedError     it takes another role, or a token that is valid
├── NotThereError       the ledger does not hold it, or several things are named so
├── ConflictError       somebody else has changed it meanwhile: look again, then judge again
├── TooOftenError       the desk asks to wait
└── ServerError         the ledger cannot be read or written, or an error of the server itself
"""

from foedus.model.errors import FoedusError


class ClientError(FoedusError):
    """Base of all; `status` is the HTTP status, 0 where there was none."""

    def __init__(self, detail: str, status: int = 0) -> None:
        """As the server tells it."""
        super().__init__(detail)
        self.status = status


class UnreachableError(ClientError):
    """No server of Foedus is there."""


class RefusedError(ClientError):
    """A value of the request means nothing."""


class NotAllowedError(ClientError):
    """Another role, or a token, is needed."""


class NotThereError(ClientError):
    """Nothing is named so, or several things are."""


class ConflictError(ClientError):
    """What was to be changed is no longer what was seen."""


class TooOftenError(ClientError):
    """Go on after `seconds`."""

    def __init__(self, detail: str, status: int = 0, seconds: int = 1) -> None:
        """As Retry-After says."""
        super().__init__(detail, status)
        self.seconds = seconds


class ServerError(ClientError):
    """The server cannot answer now."""


BY_STATUS: dict[int, type[ClientError]] = {
    401: NotAllowedError,
    403: NotAllowedError,
    404: NotThereError,
    409: ConflictError,
    412: ConflictError,
}
"""The others by their hundreds: 4xx is refused, 5xx the server's."""
