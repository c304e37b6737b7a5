"""Opening a connection: with a desk's token, or with the address that `foedus serve` has printed."""

from foedus.client.connection import Client
from foedus.client.errors import NotAllowedError, UnreachableError
from foedus.model.errors import UsageError

MISSING = "the client needs httpx2: install foedus[client]"


def connect(address: str, *, token: str | None = None, timeout: float = 60.0) -> Client:
    """A client of the server at an address; close it, or use it as a context manager.

    `token` is a desk's. An address with `?token=`, as `foedus serve` prints it, opens the ledger for writing; that
    token is used up by it. `timeout` in seconds. UsageError where httpx2 is missing, NotAllowedError where the token of
    the address was used before.
    """
    try:
        import httpx2  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError(MISSING) from error
    from foedus.client.http import Http  # noqa: PLC0415 - needs it

    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL as error:
        raise UsageError(f"{address!r} is no address: write it like http://127.0.0.1:8000") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise UsageError(f"{address!r} is no address: write it like http://127.0.0.1:8000")
    once = url.params.get("token")
    base = url.copy_with(path="/", query=None, fragment=None)
    headers = {"Authorization": f"Bearer {token}"} if token else {"Origin": str(base).rstrip("/")}
    client = httpx2.Client(base_url=base, headers=headers, timeout=timeout)
    if once:
        try:
            answer = client.get("/api/v1/server", params={"token": once})
        except httpx2.HTTPError as error:
            client.close()
            raise UnreachableError(f"{base}: no answer: {error}") from error
        if answer.status_code == httpx2.codes.FORBIDDEN:
            client.close()
            raise NotAllowedError("the token of this address was used before: start `foedus serve` again", 403)
    return Client(Http(client), client.close)
