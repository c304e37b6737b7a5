"""The key of a model's endpoint: from the environment, else from the system's keyring; kept nowhere else."""

import os
from urllib.parse import urlsplit

VARIABLE = "FOEDUS_MODEL_KEY"
SERVICE = "foedus"


def model_key(endpoint: str) -> str | None:
    """The key for an endpoint; None where none is set, as servers on one's own machine mostly need none."""
    return os.environ.get(VARIABLE) or _of_keyring(urlsplit(endpoint).netloc)


def _of_keyring(host: str) -> str | None:
    """What `keyring set foedus HOST` has kept; None without the extra, and where the keyring does not open."""
    try:
        import keyring  # noqa: PLC0415 - an extra
        from keyring.errors import KeyringError  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password(SERVICE, host)
    except KeyringError:
        return None
    return found
