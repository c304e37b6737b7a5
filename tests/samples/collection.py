"""The sample reports as records: each of the three formats read with the standard library alone."""

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import yaml

FOLDER = Path(__file__).parents[2] / "src" / "foedus" / "data" / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """One report: its name in the manifest, what is known of it, and its body without the headline."""

    name: str
    lang: str
    published: str
    outlet: str
    url: str
    title: str
    body: str


class _Page(HTMLParser):
    """Collects the metadata of a page, the text inside <article> and what stands outside it."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.article: list[str] = []
        self.heading: list[str] = []
        self.outside: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag == "html":
            self.meta["lang"] = values.get("lang", "")
        elif tag == "meta" and "property" in values:
            self.meta[values["property"]] = values["content"]
        elif tag == "link" and values.get("rel") == "canonical":
            self.meta["canonical"] = values["href"]
        if tag not in {"meta", "link", "img"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"unbalanced </{tag}>"

    def handle_data(self, data: str) -> None:
        if "h1" in self._open:
            self.heading.append(data)
        elif "article" in self._open:
            self.article.append(data)
        elif "body" in self._open:
            self.outside.append(data)


def manifest() -> dict[str, object]:
    """The side file: ``files`` and ``relations``."""
    loaded: dict[str, object] = yaml.safe_load((FOLDER / "manifest.yaml").read_text(encoding="utf-8"))
    return loaded


def relations() -> list[dict[str, str]]:
    """What the manifest says of pairs of reports."""
    listed = manifest()["relations"]
    assert isinstance(listed, list)
    return listed


def boilerplate(path: Path) -> str:
    """The words of a page that stand outside its article."""
    return " ".join("".join(_parsed(path).outside).split())


def samples() -> list[Sample]:
    """All reports, plain texts first, then pages, then the lines of the collection."""
    return [*_plain(), *map(_page, sorted(FOLDER.glob("*.html"))), *_lines()]


def _plain() -> list[Sample]:
    side = manifest()["files"]
    assert isinstance(side, dict)
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        title, blank, body = path.read_text(encoding="utf-8").split("\n", 2)
        assert blank == "", f"{path.name}: a blank line must follow the headline"
        found.append(Sample(path.name, title=title, body=body, **side[path.name]))
    assert {sample.name for sample in found} == set(side)
    return found


def _parsed(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def _page(path: Path) -> Sample:
    page = _parsed(path)
    return Sample(
        name=path.name,
        lang=page.meta["lang"],
        published=page.meta["article:published_time"],
        outlet=page.meta["og:site_name"],
        url=page.meta["canonical"],
        title="".join(page.heading).strip(),
        body=" ".join(page.article),
    )


def _lines() -> list[Sample]:
    found = []
    lines = (FOLDER / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        record = json.loads(line)
        assert set(record) == {"text", "title", "url", "published", "outlet", "lang"}
        body = record.pop("text")
        found.append(Sample(name=f"reports.jsonl#{number}", body=body, **record))
    return found
