"""Claims to JSON lines and back, exactly as `data/claim.schema.json` says."""

import msgspec

from foedus.model.claim import Claim
from foedus.model.errors import InputError

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Claim)


def to_json(claim: Claim) -> bytes:
    """One line of UTF-8 without the line end."""
    return _encoder.encode(claim)


def from_json(line: bytes | str) -> Claim:
    """A claim from one line; InputError says which field is wrong."""
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise InputError(f"not a claim: {error}; see docs/claims.md for the record") from error
