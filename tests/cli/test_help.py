"""The command line explains itself: every command and option has help, and help names the exit codes."""

import re
import resource
from pathlib import Path
from typing import Any

import pytest
import typer.main

from foedus.cli import app as application
from foedus.cli.errors import EXIT_CODES
from tests.cli.command import foedus

GROUP: Any = typer.main.get_group(application.app)
COMMANDS = sorted(GROUP.commands)
INNER = [f"{name} {inner}" for name in COMMANDS for inner in getattr(GROUP.commands[name], "commands", {})]


@pytest.mark.parametrize("call", [*COMMANDS, *INNER])
def test_every_command_option_and_argument_has_help(call: str) -> None:
    found = GROUP
    for name in call.split():
        found = found.commands[name]
    assert found.help
    assert "Examples:" in found.help
    assert [option.name for option in found.params if not getattr(option, "help", None)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_first_sentence_is_shown_whole_in_the_list_of_commands(command: str, tmp_path: Path) -> None:
    listed = foedus("--help", cwd=tmp_path).out
    assert re.search(rf"^  {command} +[A-Z].*\.$", listed, re.MULTILINE)
    assert "..." not in listed.partition("Commands:")[2].partition("Examples:")[0]


def test_help_names_the_exit_codes(tmp_path: Path) -> None:
    ran = foedus("--help", cwd=tmp_path)
    assert ran.code == 0
    assert all(line.strip() in ran.out for line in EXIT_CODES.splitlines())


def test_help_and_version_come_at_once(tmp_path: Path) -> None:
    assert min(_processor_seconds("--help", tmp_path) for _ in range(3)) < 0.3
    assert foedus("--version", cwd=tmp_path).out.startswith("foedus 0.")


def test_no_word_at_all_prints_the_help(tmp_path: Path) -> None:
    assert foedus(cwd=tmp_path).out == foedus("--help", cwd=tmp_path).out


def _processor_seconds(word: str, folder: Path) -> float:
    """What the command itself takes, however busy the machine is."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    foedus(word, cwd=folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["nope"], "nope"),
        (["read"], "PATH"),
        (["claims", "--frm", "2022"], "--from"),
        (["claims", "--format", "pdf"], "pdf"),
        (["claims", "--from", "2021-13"], "--from"),
        (["claims", "--to", "XXXX-10-10"], "names no day"),
        (["claims", "--type", "gift"], "transfer"),
        (["claims", "--min-confidence", "2"], "from 0 to 1"),
        (["claims", "--about", "Nowhereland"], "Nowhereland"),
        (["read", "x.txt", "--lang", "xx"], "ISO 639-1"),
        (["read", "x.txt", "--published", "05/06/2022"], "--published"),
        (["read", "x.txt", "y.txt", "--outlet", "Daily"], "manifest.yaml"),
        (["read", "x.jsonl", "--url", "https://x.example"], "manifest.yaml"),
        (["read", ".", "--lang", "fr"], "manifest.yaml"),
        (["read", "x.txt", "--map", "body"], "FIELD=COLUMN"),
        (["read", "x.txt", "--max-size", "0"], "--max-size"),
        (["read", "x.txt", "--min-confidence", "7"], "--min-confidence"),
        (["read", "x.txt", "--min-confidence", "nan"], "from 0 to 1"),
        (["register", "--min-confidence", "quite"], "sure, default or all"),
        (["read", "x.txt", "--ledger", "x.db", "--no-ledger"], "--no-ledger"),
        (["read", "x.txt", "--out", "d", "--format", "table"], "--out"),
    ],
)
def test_a_wrong_call_is_one_line_that_names_what_is_wrong(words: list[str], named: str, tmp_path: Path) -> None:
    ran = foedus(*words, cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert named in ran.err
    assert not list(tmp_path.iterdir())
