"""docs/commands.md names every command, option and exit code; what it names exists."""

import re
from pathlib import Path

import pytest
import typer.main

from foedus.cli.app import app
from foedus.cli.errors import EXIT_CODES

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_group(app).commands
OPTIONS = {
    name for command in COMMANDS.values() for option in command.params for name in option.opts if name[:2] == "--"
}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_described(command: str) -> None:
    assert re.search(rf"`foedus {command}[ `]", PAGE)


def test_options_on_the_page_are_those_of_the_commands() -> None:
    named = set(re.findall(r"--[a-z][a-z-]+", PAGE)) - {"--help"}
    assert named == OPTIONS


def test_exit_codes_are_those_of_the_help() -> None:
    told = re.findall(r"^ +(\d+) +(.+)$", EXIT_CODES, re.MULTILINE)
    assert re.findall(r"^\| (\d+) \| (.+) \|$", PAGE, re.MULTILINE) == told
