"""Each value of a claim's voice has its reason: words that decided it or a named default, in the user's language."""

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from foedus.cli.why_voice import why_lines
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.claim_json import from_json
from foedus.model.vocabulary import TYPES, Certainty, CueKind, Polarity, Standing, ZoneKind
from foedus.telling.reasons import undecided
from foedus.telling.wording import load_voice_reasons
from tests.cli.command import environment, foedus
from tests.factories import claim, document, voice
from tests.samples.collection import FOLDER

WORDING = load_voice_reasons()
REPORT = document(
    "The defence minister met reporters on Friday. Arland has not delivered any of the tanks to Borland, he told "
    "The Lantern, and would perhaps do so if it were paid.",
    lang="en",
)
SIMPLE = claim(REPORT, "delivered", supplier="Arland", recipient="Borland", item="tanks")
DENIED = claim(
    REPORT,
    "delivered",
    supplier="Arland",
    recipient="Borland",
    item="tanks",
    polarity="negated",
    standing="attributed",
    attribution=[voice(REPORT, "The defence minister", cue="told"), voice(REPORT, "The Lantern", kind="outlet")],
    cues=[("negation", "not"), ("voice", "told")],
)
VALUES: Mapping[str, tuple[str, ...]] = {
    "stage": tuple({stage for spec in TYPES.values() for stage in spec.stages}),
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
    "standing": get_args(Standing),
    "quoted": ("yes", "no"),
    "zone": get_args(ZoneKind),
}


def told(one: Claim, lang: str = "en") -> dict[str, str]:
    """Value and reason by field."""
    return {name: line[12:] for name, line in why_lines(one, lang)}


def test_every_value_and_kind_of_the_contract_has_its_words_in_every_language() -> None:
    assert {name: set(field.values) for name, field in WORDING.fields.items()} == {
        name: set(values) for name, values in VALUES.items()
    }
    assert set(WORDING.kinds) == {*get_args(CueKind), "source"}
    assert WORDING.languages() >= {"en", "fr"}
    lacking = [place for place, texts in WORDING.texts() if set(texts) != WORDING.languages()]
    assert lacking == []


def test_a_wording_asks_for_the_same_things_in_every_language() -> None:
    for place, texts in WORDING.texts():
        asked = [
            sorted({name or "" for _, name, _, _ in Formatter().parse(text) if name is not None})
            for text in texts.values()
        ]
        if place != "signs: code":
            assert all(one == asked[0] for one in asked), place


def test_a_claim_without_cues_has_named_defaults() -> None:
    assert told(SIMPLE) == {
        "stage": "delivered: told by “delivered”",
        "polarity": "affirmed: no word denies it",
        "certainty": "certain: nothing weakens it",
        "standing": "stated: nobody is named as its source",
        "quoted": "no: its words stand between no quotation marks",
        "zone": "body: it stands behind the first paragraph",
    }


def test_the_words_that_decided_and_the_chain_of_voices_are_told() -> None:
    lines = told(DENIED)
    assert lines["polarity"] == "negated: denied by “not”"
    assert lines["standing"] == "attributed: by “The defence minister” (“told”), then by “The Lantern”"
    french = told(DENIED, "fr")
    assert french["polarity"] == "niée (negated)\u00a0: niée par «\u00a0not\u00a0»"
    assert french["standing"].startswith("attribué (attributed)\u00a0: à «\u00a0The defence minister\u00a0» (")
    assert "puis à «\u00a0The Lantern\u00a0»" in french["standing"]
    assert french["quoted"].startswith("non\u00a0: ")


def test_all_the_kinds_that_decide_are_told_and_of_the_others_only_where_they_are_needed() -> None:
    hedged = claim(
        REPORT,
        "do so",
        certainty="possible",
        standing="attributed",
        attribution=[voice(REPORT, "The defence minister", cue="told")],
        cues=[("hedge", "perhaps"), ("condition", "if"), ("voice", "told")],
    )
    assert told(hedged)["certainty"] == "possible: weakened by “perhaps”; on a condition, “if”"
    vouched = claim(REPORT, "do so", certainty="probable", cues=[("voice", "told")])
    assert told(vouched)["certainty"] == "probable: “told” does not vouch for it"
    assert told(vouched)["standing"] == "stated: nobody is taken as its source, in spite of “told”"
    kept = claim(REPORT, "do so", cues=[("condition", "if")])
    assert told(kept)["certainty"] == "certain: it stays so, in spite of “if”"


def test_a_value_that_nothing_decides_is_found_and_told() -> None:
    assert undecided(SIMPLE) == undecided(DENIED) == []
    bare = claim(REPORT, "delivered", polarity="negated", certainty="unknown", standing="rumoured")
    assert undecided(bare) == ["polarity negated", "certainty unknown", "standing rumoured"]
    assert told(bare)["polarity"] == "negated: no cue of the claim and no default decides it"
    # somebody speaks, but nobody is named
    assert undecided(claim(REPORT, "delivered", standing="attributed", cues=[("voice", "told")])) == [
        "standing attributed"
    ]
    # somebody is named, but no word says that he speaks
    named = claim(REPORT, "delivered", standing="unnamed", attribution=[voice(REPORT, "The Lantern")])
    assert undecided(named) == ["standing unnamed"]


def test_nothing_is_decided_without_a_cue_or_a_default_in_the_sample_reports(tmp_path: Path) -> None:
    ran = foedus("read", FOLDER, "--no-ledger", "--min-confidence", "all", "--format", "jsonl", cwd=tmp_path)
    claims = [from_json(line) for line in ran.out.splitlines()]
    assert len(claims) > 100
    assert {one.standing for one in claims} == set(get_args(Standing))
    found = [(one.id, one.evidence[0].text, lacking) for one in claims if (lacking := undecided(one))]
    assert found == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([(REPORT, [DENIED])])
    return tmp_path


def test_show_tells_each_value_with_its_reason_in_the_language_asked_for(folder: Path) -> None:
    english = foedus("show", DENIED.id, cwd=folder)
    assert english.out == foedus("show", DENIED.id, "--lang", "en", cwd=folder).out
    assert all(f"{line}\n" in english.out for _, line in why_lines(DENIED, "en"))
    french = foedus("show", DENIED.id, "--lang", "fr", cwd=folder).out
    assert all(f"{line}\n" in french for _, line in why_lines(DENIED, "fr"))
    assert french == foedus("show", DENIED.id, cwd=folder, env=environment(LC_ALL="fr_CA.UTF-8")).out
    assert "[not|négation]" in french


def test_show_gives_the_sentence_that_names_a_voice(folder: Path) -> None:
    lines = foedus("show", DENIED.id, cwd=folder).out.splitlines()
    assert lines[3].startswith("  Arland has [not|negation] [delivered|trigger] any of the tanks")
    assert lines[4].startswith("  (body, ")
    assert lines[5] == "  [The defence minister|source] met reporters on Friday."
    assert lines[6] == f"  (another sentence, 0–{REPORT.text.index(' Arland')})"


def test_the_grades_stand_right_behind_who_says_it(folder: Path) -> None:
    names = [line[:12].strip() for line in foedus("show", DENIED.id, cwd=folder).out.splitlines()]
    place = names.index("standing")
    assert names[place + 1 : place + 5] == ["said by", "said by", "reliability", "credibility"]
    assert names.index("quoted") > place


def test_a_language_without_reasons_is_one_line(folder: Path) -> None:
    ran = foedus("show", DENIED.id, "--lang", "de", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (2, "", "foedus: --lang 'de': reasons are told in en, fr\n")
