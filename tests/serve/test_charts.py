"""What figures are drawn with: markup that nothing breaks out of, places that stay, words that are translated."""

import re
from importlib.resources import files
from itertools import combinations

from foedus.model.vocabulary import CLAIM_TYPES
from foedus.serve.charts.layout import Frame, places
from foedus.serve.charts.svg import element, number, text
from foedus.serve.languages import translations
from foedus.serve.views.families import FAMILY

FRAME = Frame(1000, 500, side=50, end=30)
OWN = ("pages/network.html", "pages/map.html", "pages/timeline.html", "parts/figure.html", "parts/islands.html")


def test_what_goes_in_is_escaped() -> None:
    assert element("text", "<b>&", class_='"x"') == '<text class="&#34;x&#34;">&lt;b&gt;&amp;</text>'
    assert text(1.04, 2.5, "a") == '<text x="1" y="2.5" text-anchor="middle">a</text>'
    assert element("path", d="M0 0", stroke_width=1.26, marker_end=None) == '<path d="M0 0" stroke-width="1.3"></path>'


def test_numbers_are_short() -> None:
    assert [number(value) for value in (1, 1.0, 0.04, 12.34)] == ["1", "1", "0", "12.3"]


def test_a_network_lies_the_same_way_each_time_inside_its_frame() -> None:
    ties = [(0, other, 1 / other) for other in range(1, 12)]
    first = places(12, ties, FRAME)
    assert first == places(12, ties, FRAME)
    for x, y in first:
        assert 50 <= x <= 950
        assert 30 <= y <= 470


def test_no_two_nodes_lie_on_each_other() -> None:
    for nodes in (2, 3, 20, 60):
        at = places(nodes, [(0, other, 1.0) for other in range(1, nodes)], FRAME)
        assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) > 8 for a, b in combinations(at, 2))
    assert places(0, [], FRAME) == []
    assert places(1, [], FRAME) == [(500, 250)]


def test_every_type_has_a_family() -> None:
    assert set(FAMILY) == set(CLAIM_TYPES)


def test_every_message_of_these_views_is_in_the_french_catalogue() -> None:
    folder = files("foedus.serve") / "templates"
    french = translations("fr")
    for name in OWN:
        source = (folder / name).read_text(encoding="utf-8")
        for message in re.findall(r'\b_\("((?:[^"\\]|\\.)*)"', source):
            known = french.gettext(message) != message or message in {"Type", "Documents", "alliances", "forces"}
            assert known, f"{name}: {message}"
