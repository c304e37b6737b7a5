"""A citation as a BibTeX entry: the report, with the claim and its words in the note."""

from foedus.model.edtf import parse
from foedus.publish.citation.cited import Cited

_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def bibtex(cited: Cited) -> str:
    """An `@misc` entry, which every BibTeX style knows; the text is UTF-8."""
    document, sentence = cited.claim.document, cited.sentence
    place = f"characters {sentence.start}--{sentence.end} of the text with SHA-256 {document.sha256}"
    voices = ", via ".join(cited.voices())
    said = f"{voices}: ``{cited.words}''" if voices else f"``{cited.words}''"
    fields = {
        "author": f"{{{_escaped(document.outlet)}}}" if document.outlet else None,
        "title": f"{{{_escaped(document.title or cited.words)}}}",
        "year": _year(document.published),
        "date": document.published if _year(document.published) else None,
        "url": (document.url or cited.address).translate(_IN_ADDRESS),
        "language": document.lang,
        "note": f"{_escaped(said)}; {_escaped(place)}; Foedus claim {cited.written}, "
        f"\\url{{{cited.address.translate(_IN_ADDRESS)}}}",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{foedus-{cited.written},\n{lines}}}\n"


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPED)


def _year(published: str | None) -> str | None:
    """Where the date of publication leaves only one."""
    if published is None:
        return None
    try:
        when = parse(published)
    except ValueError:
        return None
    known = when.earliest and when.latest and when.earliest.year == when.latest.year
    return str(when.earliest.year) if known and when.earliest else None
