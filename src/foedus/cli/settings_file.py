"""Changes to `foedus.toml` that leave the rest of the file, comments included, as it is."""

from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from foedus.cli.atomic import whole_file
from foedus.model.errors import DataError


def write_models(file: Path, models: str | None) -> None:
    """Set `models = "FOLDER"`, or take the line out (None). Raises DataError where the file is no TOML."""
    try:
        document = tomlkit.parse(file.read_text(encoding="utf-8") if file.exists() else "")
        if models is None:
            document.pop("models", None)
        elif "models" in document:
            document["models"] = models
        else:
            document = tomlkit.parse(tomlkit.dumps({"models": models}) + tomlkit.dumps(document))
    except (TOMLKitError, TypeError, ValueError) as error:
        raise DataError(f"{file} cannot be changed: {error}") from error
    with whole_file(file) as stream:
        stream.write(tomlkit.dumps(document).encode())


def write_pipeline(file: Path, lang: str, choice: str) -> None:
    """Set `[pipelines] lang = "choice"`. Raises DataError where the file is no TOML or has something else there."""
    try:
        document = tomlkit.parse(file.read_text(encoding="utf-8") if file.exists() else "")
        document.setdefault("pipelines", tomlkit.table())[lang] = choice
    except (TOMLKitError, TypeError, ValueError) as error:
        raise DataError(f"{file} cannot be changed: {error}") from error
    with whole_file(file) as stream:
        stream.write(tomlkit.dumps(document).encode())
