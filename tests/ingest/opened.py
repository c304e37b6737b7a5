"""What comes of bytes as a file of some name, as tests ask it."""

import io

from foedus.ingest.opening import Opening
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem, Result
from foedus.model.document import Document


def opened(raw: bytes, name: str, options: Options | None = None) -> list[Result]:
    """All results of a file."""
    options = options or Options()
    return list(Opening(name, len(raw), options).read(io.BufferedReader(io.BytesIO(raw)), name, options))


def documents(results: list[Result]) -> dict[str, Document]:
    """The documents among results, by the place where each lies."""
    return {str(result.source): result for result in results if isinstance(result, Document)}


def texts(results: list[Result]) -> dict[str, str]:
    """The texts among results, by the place where each lies."""
    return {source: document.text for source, document in documents(results).items()}


def problems(results: list[Result]) -> list[str]:
    """What could not be read; each message is one line."""
    messages = [result.message for result in results if isinstance(result, Problem)]
    assert not any("\n" in message for message in messages), messages
    return messages
