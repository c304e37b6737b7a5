"""Rule files: the shipped ones are right, and each fault of a user's own is told with file, line and reason."""

from pathlib import Path

import pytest

from foedus.judge.rules.files import load_rules, read_rule
from foedus.model.errors import DataError

HEAD = """\
/*
question: {en: Who?, fr: Qui ?}
explanation: {en: Because., fr: Parce que.}
returns: statements
finds: {en: Somebody., fr: Quelqu'un.}
*/
"""
SELECT = """\
SELECT
  json_array(who) AS entities,
  begins AS since,
  ends AS until,
  json_array(claim) AS claims
FROM conduct
WHERE type = 'attack'
"""
NINE = {
    "arms-to-an-adversary-of-an-ally",
    "denial-and-contrary-statement",
    "exercise-whose-forces-stayed",
    "membership-against-the-record",
    "pledge-not-followed",
    "request-under-a-defence-clause",
    "soil-for-an-attack",
    "stay-beyond-the-term",
    "transfer-against-an-embargo",
}


def _write(folder: Path, text: str, name: str = "mine.sql") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_the_nine_shipped_rules_are_read() -> None:
    assert set(load_rules()) >= NINE


def test_a_rule_of_one_own_adds_and_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    _write(tmp_path, HEAD + SELECT)
    _write(tmp_path, HEAD + SELECT, "pledge-not-followed.sql")
    rules = load_rules(tmp_path)
    assert set(rules) == {*load_rules(), "mine"}
    assert rules["pledge-not-followed"].head.question["en"] == "Who?"
    assert rules["mine"].line == 7


def test_a_semicolon_and_comments_do_no_harm(tmp_path: Path) -> None:
    rule = read_rule(_write(tmp_path, f"\n{HEAD}-- why\n/* and\nwhy */ {SELECT.strip()} ;\n"), "mine.sql")
    assert rule.line == 10


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: a rule begins with its head in YAML"),
        (SELECT, "line 1: a rule begins with its head in YAML"),
        ("/*\nquestion: {en: Who", "line 1: the head that begins here has no end"),
        ("/* words */\n" + SELECT, "line 1: a rule begins with its head in YAML"),
        ("/*\nquestion: [\n*/\n" + SELECT, "line 3: no YAML"),
        (HEAD, "line 7: there is no SELECT behind the head"),
        (HEAD.replace("explanation: {en: Because., fr: Parce que.}\n", "") + SELECT, "explanation: the words in en"),
        (HEAD.replace(", fr: Parce que.", "") + SELECT, "line 3, explanation: the words in fr are missing"),
        (HEAD.replace("returns: statements", "returns: rows") + SELECT, "line 4, returns: Invalid enum value 'rows'"),
        (HEAD.replace("question:", "queston:") + SELECT, "line 2, queston: there is no such field"),
        (HEAD.replace("finds:", "returns: occasions\nfinds:") + SELECT, "line 5: no YAML: 'returns' stands twice"),
    ],
)
def test_a_fault_of_the_head_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    _refused(tmp_path, text, told)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("FROM conduct", "FORM conduct", 'line 12: near "FORM": syntax error'),
        ("WHERE type = 'attack'", "WHERE type = = 'attack'", 'line 13: near "=": syntax error'),
        ("WHERE type = 'attack'", "WHERE (type = 'attack'", "incomplete input"),
        ("FROM conduct", "FROM conducts", "line 12: no such table: conducts"),
        ("begins AS since", "begin AS since", "line 9: no such column: begin"),
        ("begins AS since", "start(begins) AS since", "line 9: no such function: start"),
        ("begins AS since", "begins AS sinse", "line 7: the SELECT gives no column since"),
        ("begins AS since", "begins AS since, begins AS day", "line 9: statements have no column day: leave it out"),
        ("FROM conduct", "FROM conduct JOIN claim", "line 11: ambiguous column name: claim"),
        (
            "WHERE type = 'attack'",
            "WHERE who IN (SELECT entity FROM focus)",
            "`turns_on` in the head and the view focus",
        ),
        ("WHERE type = 'attack'", "WHERE type = 'attack'; SELECT 1", "line 13: a rule is one SELECT, more stands"),
    ],
)
def test_a_fault_of_the_select_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    _refused(tmp_path, HEAD + SELECT.replace(old, new), told)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM claim", "line 7: a rule is one SELECT, and does not begin with DELETE"),
        ("PRAGMA writable_schema = 1", "line 7: a rule is one SELECT, and does not begin with PRAGMA"),
        ("ATTACH 'other.db' AS other", "line 7: a rule is one SELECT, and does not begin with ATTACH"),
        ("VACUUM INTO 'other.db'", "line 7: a rule is one SELECT, and does not begin with VACUUM"),
        ("WITH t AS (SELECT 1)\nDELETE FROM claim", "line 8: a rule only looks, DELETE is not allowed"),
        ("WITH t AS (SELECT 1)\nINSERT INTO claim SELECT * FROM claim", "line 8: a rule only looks, INSERT"),
        ("WITH t AS (SELECT 1)\nUPDATE claim SET id = ''", "line 8: a rule only looks, UPDATE is not allowed"),
        ("SELECT\nload_extension('x')", "line 8: the function load_extension is none that a rule may call"),
        ("SELECT\nrandom()", "line 8: the function random is none"),
        ("SELECT\ndate('now')", "line 8: the function date is none"),
        ("SELECT\nzeroblob(1000000000)", "line 8: the function zeroblob is none"),
        ("SELECT 1\nFROM sqlite_master", "line 8: there is no view sqlite_master"),
        ("SELECT 1\nFROM pragma_database_list", "line 7: only the views can be read"),
        ("SELECT value\nFROM json_each('[1]')", "line 7: only the views can be read"),
    ],
)
def test_what_does_more_than_look_is_refused(tmp_path: Path, statement: str, told: str) -> None:
    _refused(tmp_path, HEAD + statement, told)


def test_a_rule_that_says_what_it_turns_on_gives_the_key(tmp_path: Path) -> None:
    head = HEAD.replace("finds:", "turns_on: {attack: who}\nfinds:")
    select = SELECT.replace("WHERE type = 'attack'", "WHERE who IN (SELECT entity FROM focus)")
    _refused(tmp_path, head + select, "line 8: the SELECT gives no column hinge")
    _refused(tmp_path, head + SELECT, "line 8: `turns_on` in the head and the view focus go together")
    _refused(tmp_path, head.replace("who", "whose") + select, "line 5, turns_on[...]: Invalid enum value 'whose'")
    _refused(
        tmp_path, head.replace("finds:", "stages: [made, done, mad]\nfinds:") + select, "line 6, stages[2]: 'mad' is no"
    )
    rule = read_rule(_write(tmp_path, head + select.replace("json_array(claim)", "who AS hinge, claim")), "mine.sql")
    assert "focus" in rule.reads


def test_what_never_ends_is_refused_before_it_is_asked_of_claims(tmp_path: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)\nSELECT max(i) AS since FROM n"
    _refused(tmp_path, HEAD + endless, "line 7: takes longer than 1 s")


def test_no_other_file_is_made_or_opened(tmp_path: Path) -> None:
    _refused(tmp_path, f"{HEAD}WITH t AS (SELECT 1) SELECT 1; ATTACH '{tmp_path}/new.db' AS new", "more stands behind")
    assert [file.name for file in tmp_path.iterdir()] == ["mine.sql"]


def test_a_file_of_another_name_a_folder_that_is_not_there_and_bytes_are_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="named in small letters"):
        read_rule(_write(tmp_path, HEAD + SELECT, "My Rule.sql"), "My Rule.sql")
    with pytest.raises(DataError, match="no such folder of rules"):
        load_rules(tmp_path / "none")
    (tmp_path / "bytes.sql").write_bytes(b"/*\n\xff*/")
    with pytest.raises(DataError, match=r"bytes\.sql, line 2: a byte is no UTF-8"):
        read_rule(tmp_path / "bytes.sql", "bytes.sql")


def _refused(folder: Path, text: str, told: str) -> None:
    with pytest.raises(DataError, match=r"mine\.sql, line \d+") as caught:
        read_rule(_write(folder, text), "mine.sql")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
