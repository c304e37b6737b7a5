"""axe-core on a page as it stands: what it finds, a line each."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
"""From npm: `web/package.json` names it, `make test` installs it."""
_RUN = """(rules) => axe.run(document, {
  resultTypes: ["violations"],
  rules: {"target-size": {enabled: true}},
  ...(rules ? {runOnly: {type: "rule", values: rules}} : {}),
})"""
_OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules about colours that hold by default."""


@cache
def _source() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def violations(page: Page, *, of_colours: bool = False) -> list[str]:
    """All rules that hold by default, and the size of targets (WCAG 2.2, 2.5.8); or only those about colours, on a page
    of which nothing but the colours is another now."""
    if not page.evaluate("() => typeof axe === 'object'"):
        page.evaluate(_source())
    found: dict[str, Any] = page.evaluate(_RUN, _OF_COLOURS if of_colours else None)
    return [
        f"{one['id']} ({one['impact']}): {node['target'][0]}: {_why(node)}"
        for one in found["violations"]
        for node in one["nodes"][:5]
    ]


def _why(node: dict[str, Any]) -> str:
    told = [check["message"] for check in (*node["any"], *node["all"], *node["none"])]
    return "; ".join(told) or str(node["html"])[:120]
