"""Certificates: a connection goes to a number, and the certificate must be that of the name."""

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from foedus.watching.errors import TryLaterError
from tests.watching.case import Desk, desk
from tests.watching.site import Reply, Site, serving

NAME = "gazette.example"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of the name with its key, in one file; it vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    forms = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = tmp_path_factory.mktemp("certificate") / "both.pem"
    file.write_bytes(built.public_bytes(serialization.Encoding.PEM) + key.private_bytes(*forms))
    return file


@pytest.fixture
def secured(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site with the certificate, to which every name of example leads."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    real = socket.getaddrinfo

    def look_up(host: str, *more: Any, **named: Any) -> Any:  # noqa: ANN401 - as the library has it
        return real("127.0.0.1" if host.endswith(".example") else host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with serving(context) as site:
        site.at["/feed"] = Reply(b"words")
        yield site


def get(at: Desk, site: Site, name: str) -> bytes | None:
    port = site.url.rpartition(":")[2]
    return at.fetcher.get(f"https://{name}:{port}/feed", accept="*/*").body


def test_a_trusted_certificate_of_the_name_is_taken(
    tmp_path: Path, secured: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with desk(tmp_path / "s") as at:
        assert get(at, secured, NAME) == b"words"


def test_a_certificate_of_another_name_is_refused(
    tmp_path: Path, secured: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with desk(tmp_path / "s") as at, pytest.raises(TryLaterError, match=r"(?i)hostname mismatch"):
        get(at, secured, "other.example")
    assert secured.asked == []


def test_a_certificate_for_which_nobody_vouches_is_refused(tmp_path: Path, secured: Site) -> None:
    with desk(tmp_path / "s") as at, pytest.raises(TryLaterError, match="certificate verify failed"):
        get(at, secured, NAME)
    assert secured.asked == []
