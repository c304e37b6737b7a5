"""The table [model] of foedus.toml: which language model, where it answers, what it costs and how much it takes."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from foedus.careful.budget import Prices
from foedus.careful.request import Asked
from foedus.cli.config import FILE, settings
from foedus.model.errors import DataError, UsageError

Price = Annotated[float, Meta(ge=0, le=1_000_000)]
Tokens = Annotated[int, Meta(ge=1_000, le=100_000_000)]
_NO_MODEL = f'no model is named: give --model NAME, or write name = "NAME" below [model] in {FILE}'
_LOCAL = "http://localhost:11434/v1"
_NO_ENDPOINT = f'no endpoint is named: give --endpoint {_LOCAL}, or write endpoint = "{_LOCAL}" below [model] in {FILE}'


class ModelSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What the table says; prices are for a million tokens, in a currency of the user's choice.

    `key_header` is where a service wants its key that does not take it as a bearer's token.
    """

    endpoint: str | None = None
    name: str | None = None
    price_in: Price | None = None
    price_out: Price | None = None
    max_context_tokens: Tokens | None = None
    max_answer_tokens: Tokens | None = None
    requests_per_minute: Annotated[float, Meta(gt=0, le=100_000)] | None = None
    concurrency: Annotated[int, Meta(ge=1, le=64)] = 4
    key_header: Annotated[str, Meta(pattern="^[A-Za-z0-9-]{1,60}$")] | None = None
    timeout_seconds: Annotated[float, Meta(gt=0, le=86_400)] = 300.0

    def asked(self, model: str | None) -> Asked:
        """How requests are written, for the model of an option, else of the table; UsageError where none is named."""
        name = model or self.name
        if not name:
            raise UsageError(_NO_MODEL)
        usual = Asked(name)
        return Asked(
            name,
            self.max_context_tokens or usual.max_context_tokens,
            self.max_answer_tokens or usual.max_answer_tokens,
        )

    def prices(self) -> Prices | None:
        """What a million tokens cost; None where the table does not say."""
        if self.price_in is None and self.price_out is None:
            return None
        return Prices(self.price_in or 0.0, self.price_out or 0.0)

    def address(self, endpoint: str | None) -> str:
        """The endpoint of an option, else of the table; UsageError where none is named."""
        address = endpoint or self.endpoint
        if not address:
            raise UsageError(_NO_ENDPOINT)
        return address


def model_settings() -> ModelSettings:
    """The table as it stands in foedus.toml; DataError where it holds anything else."""
    try:
        return msgspec.convert(settings().get("model", {}), ModelSettings)
    except msgspec.ValidationError as error:
        raise DataError(f"{FILE}: [model] cannot be used: {error}; docs/careful.md names its keys") from error
