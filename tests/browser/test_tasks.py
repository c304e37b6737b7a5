"""The ten first things that an analyst wants take fewer than five actions each, with and without scripts."""

import pytest

from tests.browser.conftest import Enter
from tests.browser.hands import Hands
from tests.browser.serving import Site
from tests.browser.tasks import MOST_ACTIONS, TASKS, Task
from tests.docs.pages import code, page, rows


def test_the_guide_lists_them_in_their_order() -> None:
    part = page("docs/page.md").partition("<!-- tasks")[2]
    listed = [(code(cells[0])[0], cells[1]) for cells in rows(part) if code(cells[0])]
    assert listed == [(task.name, task.wish) for task in TASKS]


def done(task: Task, site: Site, enter: Enter, *, scripts: bool) -> Hands:
    page = enter(scripts=scripts).new_page()
    page.goto(site.opening if task.writes else site.base)
    hands = Hands(page)
    task.do(hands)
    return hands


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("task", [pytest.param(one, id=one.name) for one in TASKS if not one.writes])
def test_it_is_read_in_under_five_actions(site: Site, enter: Enter, task: Task, scripts: bool) -> None:
    assert done(task, site, enter, scripts=scripts).actions <= MOST_ACTIONS


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("task", [pytest.param(one, id=one.name) for one in TASKS if one.writes])
def test_it_is_written_in_under_five_actions(own_site: Site, enter: Enter, task: Task, scripts: bool) -> None:
    assert done(task, own_site, enter, scripts=scripts).actions <= MOST_ACTIONS
