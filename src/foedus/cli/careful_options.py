"""What `foedus read` was told about a language model, checked before anything is read."""

from pathlib import Path
from typing import NamedTuple

from foedus.careful.budget import Prices
from foedus.careful.request import Asked
from foedus.cli.answers_option import answers_folder
from foedus.cli.config import FILE
from foedus.cli.model_options import ReaderChoice
from foedus.cli.model_settings import ModelSettings, model_settings
from foedus.model.errors import UsageError


class Careful(NamedTuple):
    """How a model is asked: `most` is what may be spent, `documents` how many are asked about, None without end."""

    reader: ReaderChoice
    endpoint: str
    asked: Asked
    settings: ModelSettings
    answers: Path
    prices: Prices | None
    most: float | None
    documents: int | None
    only_relevant: bool
    yes: bool


def careful(
    reader: ReaderChoice,
    *,
    endpoint: str | None,
    model: str | None,
    max_cost: float | None,
    max_documents: int | None,
    only_relevant: bool,
    answers: Path | None,
    yes: bool,
    ledger: str | None,
) -> Careful | None:
    """How the model is asked; None for the built-in reader. UsageError where options or settings do not fit."""
    if reader is ReaderChoice.BUILT_IN:
        given = {
            "--endpoint": endpoint,
            "--model": model,
            "--max-cost": max_cost,
            "--max-documents": max_documents,
            "--answers": answers,
            "--all": not only_relevant,
            "--yes": yes,
        }
        if idle := [name for name, value in given.items() if value not in (None, False)]:
            raise UsageError(f"{idle[0]} says how a language model is asked: add --reader model, or --reader both")
        return None
    settings = model_settings()
    prices = settings.prices()
    if max_cost is not None and prices is None:
        raise UsageError(
            f"--max-cost needs to know what the model costs: write price_in and price_out, for a million tokens each, "
            f"below [model] in {FILE}"
        )
    if max_cost is not None and not 0 <= max_cost < float("inf"):
        raise UsageError(f"--max-cost {max_cost:g} is no sum: give what may be spent, like 2.50")
    return Careful(
        reader=reader,
        endpoint=settings.address(endpoint),
        asked=settings.asked(model),
        settings=settings,
        answers=answers_folder(answers, ledger),
        prices=prices,
        most=max_cost,
        documents=max_documents,
        only_relevant=only_relevant,
        yes=yes,
    )
