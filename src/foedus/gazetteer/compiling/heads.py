"""Rows for the words that stand for a state beside its adjective or name (data/entities/forms/heads.yaml)."""

from collections.abc import Iterator

from foedus.gazetteer.compiling.russian import decline_phrase
from foedus.gazetteer.fold import keys, spelling
from foedus.gazetteer.source import folder, read_yaml
from foedus.gazetteer.table import Row

HEAD = "head"
FORMS = ("force", "government", "member")


def rows() -> Iterator[Row]:
    """One row a head and language; its kind is `head`, its entity the form that the composed mention has."""
    content = read_yaml(folder() / "forms" / "heads.yaml")
    for form in FORMS:
        for lang, heads in content[form].items():
            texts = {text for head in heads for text in ({head} | decline_phrase(head) if lang == "ru" else {head})}
            listed = sorted(texts)
            for key, text in zip(keys(listed), listed, strict=True):
                yield Row(spelling(key), form, HEAD, "", form, lang, "yes", _case(text, lang))


def _case(text: str, lang: str) -> str:
    """French accents tell "arme" from "armé" and "côté" from "côte"."""
    if lang != "fr" or not text.isalpha():
        return "any"
    return "acute" if text.endswith("é") else "plain" if text.isascii() else "any"
