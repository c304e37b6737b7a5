"""Two small matters of lineage, and an engine that answers as it is told."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.lineage.told import Answer, Difference, Read

GUNS = """\
matter: howitzers that Norland may sell
documents:
  - key: a
    lang: en
    published: 2024-06-13T06:00
    outlet: The Bayline Post
    url: https://bayline.example/guns
    title: Sale of 12 howitzers near, Norland may sell
    text: |
      Norland may sell 12 howitzers to Sudmark, two officials said.
    event: e1
    story: A
    from: []
    made: original
  - key: b
    lang: fr
    published: 2024-06-14
    title: Douze obusiers
    text: |
      La Norlande a vendu 21 obusiers au Sudmark, selon le Bayline Post et Radio Zed.
    event: e1
    story: A
    from: [{doc: a, kind: translation}, {cites: Radio  zed, kind: citation}]
    made: translated, hardened, number turned
  - key: n
    lang: ru
    published: null
    text: |
      Министр подтвердил поставку гаубиц.
    event: e1
    story: B
    made: another reporter's
changes:
  - {from: a, to: b, kind: number, was: "12 howitzers", now: "21 obusiers"}
  - {from: a, to: b, kind: hardened, was: "may sell", now: "a vendu"}
  - {from: a, to: b, kind: source_lost, was: "two officials said", now: null}
"""
SHIPS = """\
matter: ships
documents:
  - key: a
    lang: en
    published: 2024-07-01
    text: |
      Two corvettes left Sudmark.
    event: e1
    story: A
    made: original
"""


def written(folder: Path, part: str = "dev", **files: str) -> Path:
    """A corpus folder with one part: `guns=…` is dev/guns.yaml."""
    (folder / part).mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / part / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


class Says:
    """An engine with fixed answers, changes by the names of the two pages."""

    def __init__(self, answer: Answer, told: Mapping[tuple[str, str], Sequence[Difference]] | None = None) -> None:
        self._answer = answer
        self._told = told or {}

    def stories(self, pages: Sequence[Read], /) -> Answer:
        """The answer given."""
        return self._answer

    def changes(self, first: Read, second: Read, /) -> Sequence[Difference]:
        """The changes given."""
        return self._told.get((first.member.name, second.member.name), ())
