"""A folder of many kinds of files is read as one: each report once, what is broken named, nothing written elsewhere."""

import bz2
import io
import zipfile
from pathlib import Path

from foedus.ledger.store import Ledger
from tests.cli.command import foedus

SENTENCE = "Russia delivered {} S-400 systems to India on Monday, the ministry said."
WIKI = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="en"><siteinfo>
<sitename>Wikinews</sitename><base>https://en.wikinews.org/wiki/Main_Page</base></siteinfo><page><title>Delivery</title><ns>0</ns><revision>
<timestamp>2022-05-20T01:00:00Z</timestamp><text>{{{{date|May 19, 2022}}}} {}</text></revision></page></mediawiki>"""
PAGE = "<html><head><title>{0}</title></head><body><article><p>{1}</p><p>{1}</p></article></body></html>"


def fill(folder: Path) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("one.txt", SENTENCE.format(1))
        packed.writestr("again.txt", SENTENCE.format(1))
        packed.writestr("../two.csv", f'text,published\n"{SENTENCE.format(2)}",2022-05-19\n')
        packed.writestr("page.html", PAGE.format("Three", SENTENCE.format(3) + " The contract was signed years ago."))
        packed.writestr("broken.zip", b"PK\x03\x04")
    (folder / "reports.zip").write_bytes(archive.getvalue())
    (folder / "wiki.xml.bz2").write_bytes(bz2.compress(WIKI.format(SENTENCE.format(4)).encode()))
    (folder / "manifest.yaml").write_text("files:\n  reports.zip: {outlet: The Harbour, published: 2022-05-20}\n")


def test_many_kinds_are_read_into_one_ledger_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    fill(tmp_path / "in")
    ran = foedus("read", "in", "--out", "out", cwd=tmp_path)
    assert ran.code == 1
    (broken,) = [line for line in ran.errors if "damaged" in line]
    assert broken.startswith("foedus: in/reports.zip!broken.zip is damaged")
    assert "5 documents read, 1 not read" in ran.errors[-1]
    assert "1 known in foedus.db" in ran.errors[-1]
    with Ledger.open(tmp_path / "foedus.db", create=False) as ledger:
        told = {str(document.source): (document.published, document.outlet) for document in ledger.documents()}
    assert told == {
        "in/reports.zip!one.txt": ("2022-05-20", "The Harbour"),
        "in/reports.zip!../two.csv:2": ("2022-05-19", "The Harbour"),
        "in/reports.zip!page.html": ("2022-05-20", "The Harbour"),
        "in/wiki.xml.bz2!wiki.xml#Delivery": ("2022-05-19", "Wikinews"),
    }
    names = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*"))
    assert [name for name in names if not name.startswith("foedus.db")] == [
        "in/manifest.yaml",
        "in/reports.zip",
        "in/wiki.xml.bz2",
        "out/reports.jsonl",
        "out/wiki.xml.jsonl",
    ]
    again = foedus("read", "in", cwd=tmp_path)
    assert "0 new" in again.errors[-1]
    assert "corrected" not in again.errors[-1]
