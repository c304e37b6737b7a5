"""The key of an endpoint: the environment's, else the keyring's, else none."""

import sys
from types import ModuleType

import pytest

from foedus.cli.model_key import model_key

WHERE = "https://models.example:8443/v1"


class KeyringError(Exception):
    """As the library calls it."""


def keyring(monkeypatch: pytest.MonkeyPatch, kept: dict[tuple[str, str], str] | None) -> None:
    """A keyring in place of the system's; None: one that does not open."""

    def get_password(service: str, name: str) -> str | None:
        if kept is None:
            raise KeyringError
        return kept.get((service, name))

    library, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    library.get_password = get_password  # type: ignore[attr-defined]  # a module made for the test
    errors.KeyringError = KeyringError  # type: ignore[attr-defined]  # the same
    monkeypatch.setitem(sys.modules, "keyring", library)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    monkeypatch.delenv("FOEDUS_MODEL_KEY", raising=False)


def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring(monkeypatch, {("foedus", "models.example:8443"): "sk-kept"})
    monkeypatch.setenv("FOEDUS_MODEL_KEY", "sk-here")
    assert model_key(WHERE) == "sk-here"


def test_the_keyring_knows_it_by_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring(monkeypatch, {("foedus", "models.example:8443"): "sk-kept"})
    assert model_key(WHERE) == "sk-kept"
    assert model_key("https://other.example/v1") is None


def test_a_keyring_that_does_not_open_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring(monkeypatch, None)
    assert model_key(WHERE) is None


def test_without_the_library_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.delenv("FOEDUS_MODEL_KEY", raising=False)
    assert model_key(WHERE) is None
