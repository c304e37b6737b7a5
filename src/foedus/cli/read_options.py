"""What `foedus read` was told about its input, checked before anything is read."""

from collections.abc import Sequence
from pathlib import Path

from foedus.cli.limits_option import limited
from foedus.ingest.columns import parse_columns
from foedus.ingest.dates import published as normal_date
from foedus.ingest.formats import may_be_several
from foedus.ingest.languages import is_language
from foedus.ingest.options import Metadata, Options
from foedus.model.errors import UsageError

_MEGABYTE = 1_000_000


def single_metadata(
    paths: Sequence[str], *, published: str | None, url: str | None, outlet: str | None, lang: str | None
) -> Metadata:
    """Metadata of the one document; UsageError where a value is wrong or there may be several documents."""
    if lang is not None and not is_language(lang):
        raise UsageError(f"--lang {lang!r} is no language code: give two letters of ISO 639-1, like fr")
    metadata = Metadata(published=_date(published), url=url, outlet=outlet, lang=lang)
    if metadata != Metadata() and _may_be_several(paths):
        raise UsageError(
            "--published, --url, --outlet and --lang describe one document: "
            "for several, write them into manifest.yaml beside the files, or into the JSON lines"
        )
    return metadata


def read_options(
    metadata: Metadata, *, columns: str | None, megabytes: float, limits: Sequence[str] | None = None
) -> Options:
    """How to read, with the limits of foedus.toml; UsageError where a limit or the map of columns cannot be used."""
    if not megabytes > 0:
        raise UsageError(f"--max-size {megabytes:g} leaves nothing to read: give megabytes, like 20")
    return limited(Options(metadata, int(megabytes * _MEGABYTE), parse_columns(columns or "")), limits or ())


def _may_be_several(paths: Sequence[str]) -> bool:
    only = Path(paths[0])
    return len(paths) > 1 or only.is_dir() or may_be_several(only.name)


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return normal_date(text)
    except ValueError as error:
        raise UsageError(f"--published {error}") from error
