"""A client of the API: `connect("http://127.0.0.1:8000")` gives the records of `foedus.model`, page after page."""

from foedus.client.connecting import connect
from foedus.client.connection import Client
from foedus.client.errors import (
    ClientError,
    ConflictError,
    NotAllowedError,
    NotThereError,
    RefusedError,
    ServerError,
    TooOftenError,
    UnreachableError,
)

__all__ = [
    "Client",
    "ClientError",
    "ConflictError",
    "NotAllowedError",
    "NotThereError",
    "RefusedError",
    "ServerError",
    "TooOftenError",
    "UnreachableError",
    "connect",
]
