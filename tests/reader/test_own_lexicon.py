"""A user's own lexicon folder: what it adds, replaces and drops; every fault in it told with file, line and remedy."""

from pathlib import Path

import pytest

from foedus.model.errors import DataError
from foedus.reader.lexicon import Lexicon, check_lexicon, load_lexicon, strays
from foedus.reader.relevance import is_relevant
from foedus.reader.tools import load_tools
from foedus.reader.unit import Unit

UNITS = """\
type: transfer
families:
  - stage: delivered
    gate: arms
    verb:
      frame: "subj:supplier obj:item à:recipient"
      units: [zigouiner, zigouiner en douce]
  - name: orders
    stage: ordered
    gate: arms
    noun:
      frame: "de:item auprès_de:supplier"
      units: [zigouinage]
"""
OPERATORS = """\
- stages: {transfer: refused}
  control: subj
  verb: [tergiboudiner à]
- stages: {transfer: intended}
  buying: sought
  verb: [mirliflorer]
"""


def write(folder: Path, units: str | bytes = UNITS, operators: str = OPERATORS, *, lang: str = "fr") -> Path:
    """A lexicon folder with one file of each kind."""
    (folder / lang / "units").mkdir(parents=True)
    raw = units.encode() if isinstance(units, str) else units
    (folder / lang / "units" / "mine.yaml").write_bytes(raw)
    (folder / lang / "operators.yaml").write_text(operators, encoding="utf-8")
    return folder


def message(folder: Path, units: str | bytes = UNITS, operators: str = OPERATORS) -> str:
    """What the refusal of a broken folder says, which its check says too."""
    own = write(folder, units, operators)
    with pytest.raises(DataError) as caught:
        load_lexicon("fr", own)
    told = str(caught.value)
    assert "\n" not in told
    assert told in check_lexicon("fr", own).faults
    return told.replace(str(own), "OWN")


def unit(lexicon: Lexicon, text: str, claim_type: str = "transfer") -> Unit:
    (found,) = (one for one in lexicon.units if (one.text, one.type) == (text, claim_type))
    return found


def test_units_and_operators_are_added(tmp_path: Path) -> None:
    loaded, shipped = load_lexicon("fr", write(tmp_path)), load_lexicon("fr")
    assert unit(loaded, "zigouiner").frame == {"subj": ("supplier",), "obj": ("item",), "à": ("recipient",)}
    assert unit(loaded, "zigouinage").stage == "ordered"
    assert len(loaded.units) == len(shipped.units) + 3
    assert [one.buying for one in loaded.operators if one.text == "mirliflorer"] == ["sought"]
    assert loaded.own is not None
    assert loaded.own.added == 5
    assert {loaded.own.replaced, loaded.own.dropped} == {0}
    assert load_tools("fr", tmp_path).lexicon is loaded


def test_another_language_is_left_as_it_is_shipped(tmp_path: Path) -> None:
    assert load_lexicon("ru", write(tmp_path)) is load_lexicon("ru")


def test_a_shipped_word_is_replaced_in_its_type_only(tmp_path: Path) -> None:
    shipped = load_lexicon("fr")
    loaded = load_lexicon(
        "fr", write(tmp_path, UNITS.replace("zigouiner", "livrer").replace("gate: arms", "gate: mil"))
    )
    assert (unit(shipped, "livrer").gate, unit(loaded, "livrer").gate) == ("arms", "mil")
    assert loaded.own is not None
    assert loaded.own.replaced == 1
    others = [one for one in shipped.units if one.text == "livrer" and one.type != "transfer"]
    assert [one for one in loaded.units if one.text == "livrer" and one.type != "transfer"] == others


def test_words_are_dropped_and_what_is_not_there_is_told(tmp_path: Path) -> None:
    dropping = "type: transfer\nfamilies:\n  - drop: true\n    verb:\n      units: [livrer, lvirer]\n"
    loaded = load_lexicon("fr", write(tmp_path, dropping, "- drop: true\n  verb: [refuser]\n"))
    assert not [one for one in loaded.units if (one.text, one.type) == ("livrer", "transfer")]
    assert not [one for one in loaded.operators if one.text == "refuser"]
    assert loaded.own is not None
    assert (loaded.own.added, loaded.own.dropped, loaded.own.idle) == (0, 2, ("lvirer",))


def test_a_family_is_like_another_by_name_and_says_only_what_differs(tmp_path: Path) -> None:
    more = UNITS + "  - like: orders\n    stage: sought\n    noun:\n      units: [zigouinette]\n"
    found = unit(load_lexicon("fr", write(tmp_path, more)), "zigouinette")
    assert (found.stage, found.gate) == ("sought", "arms")
    assert found.frame == {"de": ("item",), "auprès_de": ("supplier",)}


def test_a_family_is_like_a_shipped_word(tmp_path: Path) -> None:
    like = "type: transfer\nfamilies:\n  - like: livrer\n    verb:\n      units: [zigouiner]\n"
    loaded = load_lexicon("fr", write(tmp_path, like))
    mine, model = unit(loaded, "zigouiner"), unit(loaded, "livrer")
    assert (mine.stage, mine.gate, mine.frame) == (model.stage, model.gate, model.frame)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert unit(load_lexicon("fr", write(tmp_path, b"\xef\xbb\xbf" + UNITS.encode())), "zigouiner")


def test_a_word_of_ones_own_makes_a_document_relevant(tmp_path: Path) -> None:
    text = "Moscou zigouine des chars."
    assert not is_relevant(text, [(0, len(text), "fr")])
    assert is_relevant(text, [(0, len(text), "fr")], write(tmp_path))


CYCLE = "  - like: c\n    name: b\n    verb: {units: [x]}\n  - like: b\n    name: c\n    verb: {units: [y]}\n"
AGAIN = "  - like: orders\n    noun: {units: [zigouinage]}\n"


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("type: transfer", "type: teleport", "line 1: type 'teleport' is none of transfer, production"),
        ("stage: delivered", "stage: thrown", "line 3: stage 'thrown' is none of sought, offered"),
        ("stage: ordered", "stage: signed", "line 9: stage 'signed' is none of sought, offered"),
        ("stage: delivered", "stage: delivered\n    habitual: daily", "line 4: habitual 'daily' is none of sought"),
        ("stage: delivered", "stage: delivered\n    participle: past", "line 4: participle 'past' is none of sought"),
        ("gate: arms", "gate: garden", "line 4: gate 'garden' is none of always, arms, force, party, mil"),
        ("gate: arms", "gates: arms", "line 4: field 'gates' is none of adjective, adverb, drop, gate"),
        ("gate: arms", "gate: arms\n    weak: maybe", "line 5: weak 'maybe' is neither true nor false"),
        ("gate: arms", "gate: arms\n    gate: mil", "line 5: no YAML: 'gate' stands twice: keep one"),
        ("à:recipient", "à:neighbour", "line 6: role 'neighbour' is none of supplier, recipient, item"),
        ("de:item", "de:item|cook", "line 12: role 'cook' is none of supplier, recipient, item"),
        ("à:recipient", "recipient", "line 6: frame slot 'recipient' is not RELATION:ROLE"),
        ("à:recipient", ":recipient", "line 6: frame slot ':recipient' is not RELATION:ROLE"),
        ("à:recipient", "zu:recipient", "line 6: relation 'zu' is none of subj, obj, iobj, poss, compound"),
        ("à:recipient", "à+dat:recipient", "line 6: relation 'à+dat' is none of subj"),
        ("[zigouinage]", "[zigouinage]\n      forms: [upright]", "line 14: form 'upright' is none of active, passive"),
        ("[zigouinage]", "[zigouinage]\n      forms: plural", "line 14: forms 'plural' is no list: write [plural]"),
        ("[zigouinage]", "[zigouinage, envoi, zigouinage]", "line 13: unit 'zigouinage' stands twice: keep one"),
        ("[zigouinage]", "[zigouinage]\n" + AGAIN.rstrip(), "line 15: unit 'zigouinage' stands twice: keep one"),
        (
            "[zigouinage]",
            "[zigouinage]\n" + CYCLE.rstrip(),
            "line 14: families are like each other in a circle (c → b → c)",
        ),
        ("name: orders", "like: livrason", "line 8: like 'livrason' is neither the name nor a word of another family"),
        ("[zigouinage]", "[]", "line 11: noun wants 'frame' and a list of 'units'"),
        ("[zigouinage]", "[zigouinage, off]", "line 11: unit False is no word to YAML: write it in quotes"),
        ("[zigouinage]", "[zigouinage, de la]", "line 13: unit 'de la' would match everything"),
        ("[zigouinage]", '[zigouinage, ","]', "line 13: unit ',' would match everything"),
        ("[zigouinage]", "[zigouinage", "line 14: no YAML: did not find expected ',' or ']'"),
        ("families:", "family:", "line 1: expected 'type: TYPE' and a list under 'families:'"),
        (UNITS, "", "line 1: expected 'type: TYPE' and a list under 'families:'"),
        ("name: orders", "name: [orders]", "line 8: name ['orders'] is no word"),
        ("zigouinage", "zig\0ouinage", "line 13: no YAML: control characters are not allowed"),
    ],
)
def test_a_fault_in_a_unit_file_is_told_with_file_line_and_what_is_allowed(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    assert right in UNITS
    assert message(tmp_path, UNITS.replace(right, wrong, 1)).startswith(f"OWN/fr/units/mine.yaml, {said}")


def test_a_byte_that_is_no_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    told = message(tmp_path, UNITS.replace("à:", "a:").encode("utf-8").replace(b"zigouinage", b"zigouinag\xe9"))
    assert told == "OWN/fr/units/mine.yaml, line 13: a byte is no UTF-8: save the file as UTF-8"


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("{transfer: refused}", "{transfer: signed}", "line 1: stage 'signed' of transfer is none of sought"),
        ("{transfer: intended}", "{teleport: intended}", "line 4: type 'teleport' is none of transfer"),
        ("{transfer: refused}", "refused", "line 1: stages is no mapping: write stages: {TYPE: STAGE}"),
        ("control: subj", "control: agent", "line 2: control 'agent' is none of subj, obj, iobj"),
        ("buying: sought", "buying: dreamt", "line 5: buying 'dreamt' is none of sought"),
        ("buying: sought", "selling: sought", "line 5: field 'selling' is none of adjective"),
        ("buying: sought", "certainty: sure", "line 5: certainty 'sure' is none of certain"),
        ("[mirliflorer]", "mirliflorer", "line 6: verb 'mirliflorer' is no list: write [mirliflorer]"),
        ("[mirliflorer]", "[de la]", "line 6: operator 'de la' would match everything"),
        ("  verb: [mirliflorer]\n", "", "line 4: a group has words under verb, noun, adjective, adverb"),
    ],
)
def test_a_fault_in_the_operators_is_told_with_its_line(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    assert right in OPERATORS
    told = message(tmp_path, operators=OPERATORS.replace(right, wrong, 1))
    assert told.startswith(f"OWN/fr/operators.yaml, {said}")


def test_a_check_tells_the_faults_of_all_families_and_files(tmp_path: Path) -> None:
    own = write(
        tmp_path, UNITS.replace("arms", "garden").replace("zigouinage", "à"), OPERATORS.replace("subj", "agent")
    )
    (own / "fr" / "units" / "broken.yaml").write_text("type: ]", encoding="utf-8")
    faults = [fault.replace(f"{own}/fr/", "").partition(": ")[0] for fault in check_lexicon("fr", own).faults]
    assert faults == [
        "units/broken.yaml, line 1",
        "units/mine.yaml, line 4",
        "units/mine.yaml, line 10",
        "operators.yaml, line 2",
    ]


def test_files_that_nobody_reads_are_named(tmp_path: Path) -> None:
    own = write(tmp_path)
    (own / "README.md").write_text("our words", encoding="utf-8")
    (own / "fr" / "units" / "more.yml").write_text(UNITS, encoding="utf-8")
    (own / "fr" / "words.yaml").write_text("says: [dire]\n", encoding="utf-8")
    (own / "de").mkdir()
    told = [stray.removeprefix(f"{own}/").partition(" ")[0] for stray in strays(own)]
    assert told == ["de", "fr/units/more.yml", "fr/words.yaml"]
