"""Signing in through another service: OpenID Connect Core 1.0, code flow with PKCE (RFC 7636).

Needs the extra `oidc`. Who comes in must be a user of the desk already: the service says who it is, the desk what they
may do.
"""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from secrets import compare_digest, token_urlsafe
from threading import Lock
from time import monotonic
from typing import Any, NamedTuple, Self
from urllib.parse import urlencode, urlsplit

import httpx2
import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from foedus.model.errors import FoedusError, UsageError
from foedus.serve.running import is_loopback

_ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA")
"""Signed with the service's private key; never with the shared secret, never not at all."""
_LEEWAY = 60
_MINUTES = 10 * 60.0
_MOST_PENDING = 1_000
_LARGEST = 1_000_000


class SignInError(FoedusError):
    """The service did not say who it is, or not so that it can be believed."""


class Service(msgspec.Struct, frozen=True):
    """What the service says of itself (OpenID Connect Discovery 1.0)."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


class Pending(NamedTuple):
    """Somebody who was sent to the service, and what must come back with them."""

    nonce: str
    verifier: str
    next: str
    until: float


class Oidc:
    """One service and our client there; `claim` is what of the identity is the user's name at the desk."""

    def __init__(
        self, service: Service, client: str, secret: str, claim: str, clock: Callable[[], float] = monotonic
    ) -> None:
        """As `discover` made it."""
        self._service = service
        self._client = client
        self._secret = secret
        self._claim = claim
        self._clock = clock
        self._pending: dict[str, Pending] = {}
        self._lock = Lock()

    @classmethod
    def discover(cls, issuer: str, client: str, secret: str, claim: str = "email") -> Self:
        """Ask the service for its addresses; UsageError where it is none, or not by TLS."""
        _assert_safe(issuer)
        try:
            found = msgspec.json.decode(
                _fetched("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration"), type=Service
            )
        except (SignInError, msgspec.DecodeError) as error:
            raise UsageError(f"--oidc {issuer} does not answer as an OpenID service: {error}") from error
        if found.issuer.rstrip("/") != issuer.rstrip("/"):
            raise UsageError(f"--oidc {issuer} says that it is {found.issuer}: give that")
        for address in (found.authorization_endpoint, found.token_endpoint, found.jwks_uri):
            _assert_safe(address)
        return cls(found, client, secret, claim)

    def begin(self, next: str, back: str) -> tuple[str, str]:
        """A state, for the browser to keep, and the address that it is sent to; `back` is where it returns."""
        state, nonce, verifier = (token_urlsafe(32) for _ in range(3))
        with self._lock:
            now = self._clock()
            self._pending = {key: one for key, one in self._pending.items() if one.until > now}
            if len(self._pending) >= _MOST_PENDING:
                raise SignInError("too many sign in at this moment: try again")
            self._pending[state] = Pending(nonce, verifier, next, now + _MINUTES)
        asked = {
            "response_type": "code",
            "scope": "openid email profile",
            "client_id": self._client,
            "redirect_uri": back,
            "state": state,
            "nonce": nonce,
            "code_challenge": urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        joint = "&" if "?" in self._service.authorization_endpoint else "?"
        return state, f"{self._service.authorization_endpoint}{joint}{urlencode(asked)}"

    def finish(self, kept: str, state: str, code: str, back: str) -> tuple[str, str]:
        """The user's name at the desk, and where they wanted to go; `kept` is the state that the browser kept."""
        if not kept or not compare_digest(kept.encode(), state.encode()):
            raise SignInError("this browser did not begin to sign in, or long ago: sign in again")
        with self._lock:
            pending = self._pending.pop(state, None)
        if pending is None or pending.until < self._clock():
            raise SignInError("signing in took too long: sign in again")
        asked = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "code_verifier": pending.verifier,
        }
        told = _fetched("POST", self._service.token_endpoint, asked, (self._client, self._secret))
        return self._name(told, pending.nonce), pending.next

    def _name(self, told: bytes, nonce: str) -> str:
        claims = self._verified(told, nonce)
        name = claims.get(self._claim)
        if not isinstance(name, str) or not name.strip():
            raise SignInError(f"the service does not say the {self._claim} of who signs in")
        if self._claim == "email" and claims.get("email_verified") is not True:
            raise SignInError("the service has not verified the address of who signs in")
        return name.strip()

    def _verified(self, told: bytes, nonce: str) -> dict[str, Any]:
        """The claims of an identity that is the service's own, for us, and of this very sign-in (Core 1.0, 3.1.3.7)."""
        asked = jwt.JWTClaimsRegistry(
            leeway=_LEEWAY,
            iss={"essential": True, "value": self._service.issuer},
            aud={"essential": True, "value": self._client},
            exp={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            identity = msgspec.json.decode(told, type=dict[str, Any])["id_token"]
            keys = KeySet.import_key_set(msgspec.json.decode(_fetched("GET", self._service.jwks_uri)))
            claims = jwt.decode(identity, keys, algorithms=_ALGORITHMS).claims
            asked.validate(claims)
        except (JoseError, msgspec.DecodeError, KeyError, TypeError, ValueError) as error:
            raise SignInError("what the service says of who signs in cannot be believed: sign in again") from error
        party = claims.get("azp")
        if party is not None and party != self._client:
            raise SignInError("the service has let somebody in elsewhere, not here: sign in again")
        return dict(claims)


def _assert_safe(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname or "")):
        raise UsageError(f"{address} is not reached by https://: who signs in there could be anybody")


def _fetched(
    method: str, address: str, form: dict[str, str] | None = None, login: tuple[str, str] | None = None
) -> bytes:
    try:
        with httpx2.Client(timeout=10, follow_redirects=False) as browser:
            answer = browser.request(method, address, data=form, auth=login, headers={"Accept": "application/json"})
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise SignInError(f"the service cannot be reached ({type(error).__name__}): try again later") from error
    if answer.status_code != 200 or len(answer.content) > _LARGEST:
        raise SignInError(f"the service refuses ({answer.status_code}): sign in again")
    return answer.content
