"""A citation in words: who says it in which words, where they stand to the character, and the claim's address."""

from typing import Literal

from foedus.publish.citation.cited import Cited

Lang = Literal["en", "fr"]

_WORDS = {
    "en": {"quote": "“{}”", "colon": ": ", "place": "characters {}–{} of the text with SHA-256 {}", "claim": "claim"},
    "fr": {
        "quote": "« {} »",
        "colon": " : ",
        "place": "caractères {} à {} du texte de SHA-256 {}",
        "claim": "affirmation",
    },
}


def plain(cited: Cited, lang: Lang = "en") -> str:
    """One line in a language; `via` stands between voices, the nearest to what is said first."""
    say, document, sentence = _WORDS[lang], cited.claim.document, cited.sentence
    who = ", via ".join(cited.voices())
    said = say["quote"].format(cited.words)
    place = say["place"].format(sentence.start, sentence.end, document.sha256)
    title = say["quote"].format(" ".join(document.title.split())) if document.title else None
    outlet = document.outlet if cited.claim.attribution else None
    where = ", ".join(filter(None, (title, outlet, document.published, document.url, place)))
    told = f"{who}{say['colon']}{said}" if who else said
    return f"{told}. {where}. Foedus, {say['claim']} {cited.written}, {cited.address}"
