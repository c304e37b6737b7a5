"""docs/commands.md names every command and option that there is, and none that there is not."""

import re
import shlex
from typing import Any

import pytest
import typer

from foedus.cli import errors
from foedus.cli.app import app
from tests.docs.pages import PAGES, ROOT, blocks, code, page, rows, sections

PAGE = page("docs/commands.md")
GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = GROUP.commands
SECTIONS = {section.title: section.text for section in sections(PAGE, 2)}
SHARED = {section.title: section.text for section in sections(PAGE, 3)}
LINKED = {
    "#filters": "Filters",
    "#output": "Output",
    "#the-ledger": "The ledger",
    "#your-own-words": "Your own words",
}
HELP = {"--help", "-h"}
FOEDUS_OPTIONS = HELP | {name for option in GROUP.params for name in option.opts if name.startswith("-")}
EXAMPLES = [
    (path.name, line)
    for path in PAGES
    for block in blocks(path.read_text(encoding="utf-8"), "sh")
    for line in block.splitlines()
    if re.search(r"(^|\| )foedus ", line)
]


def options_of(command: Any) -> set[str]:  # noqa: ANN401 - typer's own copy of click has no types
    """Options of a command and of the commands below it."""
    below = [options_of(inner) for inner in getattr(command, "commands", {}).values()]
    given = [(*option.opts, *option.secondary_opts) for option in command.params]
    own = {name for names in given for name in names if name.startswith("-")}
    return own.union(*below) - HELP


def documented(name: str) -> set[str]:
    """Options named in a command's section, or in the shared sections that it points to."""
    own = SECTIONS[f"foedus {name}"]
    shared = [SHARED[title] for target, title in LINKED.items() if f"({target})" in own]
    return {word for part in [own, *shared] for words in code(part) for word in re.findall(r"--[a-z-]+", words)}


def test_every_command_has_a_section_in_the_order_of_the_help() -> None:
    assert [title.split()[1] for title in SECTIONS if title.startswith("foedus ")] == list(COMMANDS)


def test_every_command_stands_in_the_list_at_the_top() -> None:
    listed = [code(cells[0])[0] for cells in rows(PAGE.split("## What many commands share")[0])]
    assert listed == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_documented_and_none_is_invented(name: str) -> None:
    own = {option for option in options_of(COMMANDS[name]) if option.startswith("--")}
    assert documented(name) == own


def test_the_options_of_foedus_itself_are_documented_here_or_in_the_readme() -> None:
    words = {
        word
        for text in (PAGE, page("README.md"))
        for block in (*code(text), *blocks(text, "sh"))
        for word in block.split()
    }
    assert words >= FOEDUS_OPTIONS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name: str) -> None:
    assert any(f"foedus {name}" in block for block in blocks(PAGE.split(f"## foedus {name}\n")[1], "sh")[:1])


@pytest.mark.parametrize(("where", "line"), EXAMPLES)
def test_every_example_of_every_page_is_a_call_that_the_command_takes(where: str, line: str) -> None:
    call = re.sub(r'"?\$\([^)]*\)"?', "FOLDER", line)
    words = shlex.split(call, comments=True)
    words = words[words.index("foedus") + 1 :]
    ends = [place for place, word in enumerate(words) if word in ("|", ">", "&&")]
    words = words[: min(ends, default=len(words))]
    if words[0] not in COMMANDS:
        assert set(words) <= FOEDUS_OPTIONS, f"{where}: {line}"
        return
    command = COMMANDS[words[0]]
    inner = getattr(command, "commands", {})
    if words[1:] and words[1] in inner:
        command, words = inner[words[1]], words[1:]
    command.make_context(words[0], words[1:], resilient_parsing=False)


def test_the_exit_codes_are_those_of_the_command() -> None:
    given = re.findall(r"^ +(\d+) +(.+)$", errors.EXIT_CODES, re.MULTILINE)
    assert [tuple(cells) for cells in rows(SHARED["Exit codes"])] == given


def test_all_pages_are_looked_at() -> None:
    assert ROOT / "README.md" in PAGES
    assert ROOT / "docs" / "commands.md" in PAGES
