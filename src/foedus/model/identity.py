"""Stable ids: the same text read again gives the same id to the same document and the same statement."""

import hashlib
from collections.abc import Mapping, Sequence

from foedus.model.claim import Attribution, Filler
from foedus.model.vocabulary import TYPES, ClaimType

ID_DIGITS = 16


def text_sha256(text: str) -> str:
    """Hash of a stored text in UTF-8, as 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def document_id(sha256: str) -> str:
    """The document's id: the first 16 digits of its hash."""
    return sha256[:ID_DIGITS]


def claim_id(
    sha256: str,
    trigger: tuple[int, int],
    claim_type: ClaimType,
    roles: Mapping[str, Sequence[Filler]],
    attribution: Sequence[Attribution],
) -> str:
    """Hash of document, trigger, type, starts of the first item (else first core filler) and nearest voice."""
    core = TYPES[claim_type].core
    order = [role for role in ("item", *core) if role in core]
    anchor = next((roles[role][0].start for role in order if roles.get(role)), "-")
    voice = attribution[0].start if attribution else "-"
    key = f"{sha256}|{trigger[0]}|{trigger[1]}|{claim_type}|{anchor}|{voice}"
    return hashlib.sha256(key.encode()).hexdigest()[:ID_DIGITS]
