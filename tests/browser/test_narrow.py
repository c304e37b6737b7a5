"""On a phone nothing runs out of the window, and what is to be touched is large enough."""

import pytest

from tests.browser.chromium import NARROW
from tests.browser.conftest import Enter
from tests.browser.serving import Site
from tests.browser.views import ADDRESSES, address

_WIDER = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const out = [...document.querySelectorAll("main *, header *, footer *")]
    .filter((one) => one.getBoundingClientRect().right > room + 1 && !one.closest(".scrolls, .ladder-fig, .vh"));
  return out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120));
}"""
_SMALL = """() => [...document.querySelectorAll(
    "button, summary, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea, .btn")]
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width > 0 && box.height > 0 && !one.closest("svg, .vh, .stackable thead"))
  .filter(([one, box]) => box.height < 43.5)
  .map(([one, box]) => `${one.outerHTML.slice(0, 90)}: ${box.width.toFixed(0)} x ${box.height.toFixed(0)}`)"""
"""What is pressed or written into; 24 px on wider screens are axe's to measure."""


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("view", list(ADDRESSES))
def test_nothing_is_wider_than_a_phone_nor_too_small_for_a_finger(
    file_site: Site, enter: Enter, view: str, lang: str
) -> None:
    page = enter(lang=lang, width=NARROW, owns=file_site).new_page()
    page.goto(file_site.base + address(file_site, view))
    found = page.evaluate(_WIDER)
    overflow = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert (overflow, found) == (0, [])
    assert page.evaluate(_SMALL) == []
