"""How a kind is told: by name, unless the bytes are surely of another; by the bytes where no name tells."""

import bz2
import gzip
from importlib import import_module

import pytest

from foedus.ingest.formats import FORMATS, by_name, may_be_several, tell

PAGE = b"<!doctype html><html>"


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"Two ships left.", "plain text"),
        ("a.txt", b"<p>Two ships left.", "plain text"),
        ("a.txt", b"BZhang said that two ships left.", "plain text"),
        ("a.txt", b"PAR1 is the name of a format.", "plain text"),
        ("a", b"Two ships left.", "plain text"),
        ("a", b'{"text": 1}', "JSON lines"),
        ("a", PAGE, "web page"),
        ("a", b"\xff\xfe" + PAGE.decode().encode("utf-16-le"), "web page"),
        ("a", b"<?xml version='1.0'?><!-- x --><html>", "web page"),
        ("a.html", b"Two ships left.", "web page"),
        ("a.html", b"PK\x03\x04", "ZIP archive"),
        ("a.zip", PAGE, "web page"),
        ("a.xml", b"<?xml version='1.0'?>\n<mediawiki xmlns='x'>", "MediaWiki dump"),
        ("a.xml", b"<?xml version='1.0'?>\n<rss version='2.0'>", "feed"),
        ("a.xml", b"<?xml version='1.0'?>\n<html xmlns='x'>", "web page"),
        ("a", b"<mediawiki >", "MediaWiki dump"),
        ("a.WARC.GZ", gzip.compress(b"WARC/1.0"), "WARC file"),
        ("a.jsonl.gz", gzip.compress(b"{}"), "gzip file"),
        ("a", gzip.compress(b"{}"), "gzip file"),
        ("a", bz2.compress(b"{}"), "bzip2 file"),
        ("a.tar.gz", gzip.compress(b"{}"), "TAR archive"),
        ("a.wacz", b"PK\x03\x04", "WACZ archive"),
        ("a", b"PK\x03\x04", "ZIP archive"),
        ("a.csv", b"text,url", "table"),
    ],
)
def test_the_kind_is_told(name: str, head: bytes, kind: str) -> None:
    told = tell(name, head)
    assert told is not None
    assert told.format.name == kind
    named = by_name(name)
    assert bool(told.notes) == (len(named) == 1 and told.format not in named)


@pytest.mark.parametrize("head", [b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07\x00"])
def test_binary_files_of_other_kinds_are_of_none(head: bytes) -> None:
    assert tell("picture", head) is None


def test_every_kind_has_a_reader_and_names_of_its_own() -> None:
    for kind in FORMATS:
        module, _, function = kind.reader.partition(":")
        assert callable(getattr(import_module(module), function))
        assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in kind.suffixes)
    assert len({kind.name for kind in FORMATS}) == len(FORMATS)


def test_which_names_may_hold_several_documents() -> None:
    assert may_be_several("a.zip")
    assert may_be_several("a.csv")
    assert not may_be_several("a.html")
    assert not may_be_several("a")
