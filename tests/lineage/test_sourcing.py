"""A statement counts once a story, however many pages repeat it."""

import pytest
from msgspec.structs import replace

from foedus.lineage.edges import CopyEdge, Passage
from foedus.lineage.independent import Independence
from foedus.lineage.joined import Joined
from foedus.lineage.sourcing import sourcing
from foedus.model.claim import Claim
from foedus.model.document import Document
from tests.factories import claim, document, voice


def report(n: int, outlet: str = "The Gazette", lang: str = "en") -> Document:
    return document(
        f"A minister said that Arland delivered Otter boats to Borland. Page {n}.",
        published=f"2022-05-{10 + n}",
        outlet=outlet,
        lang=lang,
    )


def told(page: Document, *, by: str | None = None, **change: object) -> Claim:
    given: dict[str, object] = {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "otter=Otter"}
    if by:
        given |= {"attribution": [voice(page, by)], "standing": "attributed"}
    return claim(page, "delivered", **(given | change))  # type: ignore[arg-type]


def edge(origin: Document, copy: Document, kind: str = "copy", spans: tuple[Passage, ...] = ()) -> CopyEdge:
    return CopyEdge(origin.id, copy.id, kind, 1.0, directed=True, reason="own", spans=spans)  # type: ignore[arg-type]


def test_copies_and_translations_count_once() -> None:
    pages = [report(n, outlet=f"Paper {n}") for n in range(4)]
    claims = [told(pages[0]), *(told(page, by="A minister") for page in pages[1:])]
    edges = [edge(pages[0], pages[1]), edge(pages[1], pages[2], "translation")]
    [found] = sourcing(claims, pages, edges)
    assert found.label == "transfer delivered: supplier Arland, recipient Borland, item Otter"
    assert found.pages == tuple(page.id for page in pages)
    assert found.stories == (tuple(page.id for page in pages[:3]), (pages[3].id,))
    assert found.voices == ("Paper 0", "A minister")
    assert found.standings == {"stated": 1, "attributed": 1}
    assert found.highest == "stated"
    assert found.reason == (
        "4 pages, 2 stories (2 copied or translated); perhaps 1: both from A minister; said by Paper 0, A minister"
    )


def test_a_page_on_which_the_reader_missed_the_claim_still_joins_its_copies() -> None:
    pages = [report(n) for n in range(3)]
    [found] = sourcing([told(pages[0]), told(pages[2])], pages, [edge(pages[0], pages[1]), edge(pages[1], pages[2])])
    assert len(found.stories) == 1


def test_an_excerpt_joins_only_what_it_holds() -> None:
    first, second = report(0), report(1)
    claims = [told(first), told(second)]
    at = claims[1].trigger.start
    inside, outside = Passage(0, 40, at - 5, at + 20), Passage(0, 40, at + 20, at + 40)
    [within] = sourcing(claims, [first, second], [edge(first, second, "excerpt", (inside,))])
    [beside] = sourcing(claims, [first, second], [edge(first, second, "excerpt", (outside,))])
    assert (len(within.stories), len(beside.stories)) == (1, 2)


def test_stories_of_sources_that_depend_on_each_other_count_once() -> None:
    pages = [report(n, outlet=f"Paper {n}") for n in range(3)]
    claims = [told(page) for page in pages]
    [found] = sourcing(claims, pages, [], [("Paper 2", "Paper 0"), ("Paper 7", "Paper 1")])
    assert found.stories == ((pages[0].id, pages[2].id), (pages[1].id,))
    assert found.standings == {"stated": 2}
    said = "said by Paper 0, Paper 1, Paper 2"
    assert found.reason == f"3 pages, 2 stories (1 not independent: Paper 2 depends on Paper 0); {said}"
    copied = [edge(pages[0], pages[1])]
    [found] = sourcing(claims, pages, copied, [("Paper 2", "Paper 0")])
    assert found.reason.startswith(
        "3 pages, 1 story (1 copied or translated; 1 not independent: Paper 2 depends on Paper 0); "
    )


@pytest.mark.parametrize(
    ("dependences", "stories"),
    [
        ([("Paper 2", "Paper 9"), ("Paper 9", "Paper 0")], 2),  # by way of another
        ([("Paper 1", "Paper 9"), ("Paper 2", "Paper 9")], 2),  # of one that says nothing itself
        ([("Paper 2", "Paper 0"), ("Paper 2", "Paper 1")], 2),  # two that are independent of each other
        ([("Paper 2", "Paper 1"), ("Paper 1", "Paper 0")], 1),
        ([("Paper 9", "Paper 8")], 3),
    ],
)
def test_how_stories_depend(dependences: list[tuple[str, str]], stories: int) -> None:
    pages = [report(n, outlet=f"Paper {n}") for n in range(3)]
    [found] = sourcing([told(page) for page in pages], pages, [], dependences)
    assert len(found.stories) == stories


def test_voices_depend_on_each_other_by_their_entities() -> None:
    pages = [report(n, outlet=f"Paper {n}") for n in range(2)]
    voices = [replace(voice(page, "A minister"), entity=key) for page, key in zip(pages, ("MIN", "GOV"), strict=True)]
    claims = [told(page, attribution=[one], standing="attributed") for page, one in zip(pages, voices, strict=True)]
    [apart], [together] = sourcing(claims, pages, []), sourcing(claims, pages, [], [("MIN", "GOV")])
    assert (len(apart.stories), len(together.stories)) == (2, 1)


def test_a_copy_of_what_it_depends_on_needs_no_other_story_of_it() -> None:
    pages = [report(0), report(1, "The Copyist"), report(2)]
    claims = [told(page) for page in pages]
    [found] = sourcing(claims, pages, [edge(pages[0], pages[1])], [("The Copyist", "The Gazette")])
    assert found.stories == ((pages[0].id, pages[1].id), (pages[2].id,))


def test_the_best_sourced_statement_comes_first() -> None:
    pages = [report(n) for n in range(3)]
    lone = told(pages[0], polarity="negated", standing="rumoured")
    found = sourcing([lone, told(pages[1]), told(pages[2])], pages, [])
    assert [len(one.stories) for one in found] == [2, 1]
    assert found[1].voices == ("rumour",)
    assert found[1].highest == "rumoured"


def test_joined_sets_find_one_name() -> None:
    joined = Joined()
    for n in range(50):
        joined.join(f"{n}", f"{n + 1}")
    assert {joined.find(f"{n}") for n in range(51)} == {"0"}
    assert joined.find("alone") == "alone"


def citation(outlet: str, copy: Document, words: str, score: float = 1.0) -> CopyEdge:
    at = copy.text.index(words)
    spans = (Passage(0, 0, at, at + len(words)),)
    return CopyEdge(outlet, copy.id, "citation", score, directed=True, reason="own", spans=spans)


def test_stories_that_cite_one_paper_that_nobody_holds_are_of_one_origin() -> None:
    pages = [report(n, outlet=f"Paper {n}") for n in range(4)]
    claims = [told(page) for page in pages]
    edges = [citation("outlet:far-gazette", page, "A minister said", 0.8) for page in pages[:3]]
    told_of = Independence(pages, edges).count(claims)
    assert told_of.stories == (tuple(page.id for page in pages[:3]), (pages[3].id,))
    assert (told_of.least, told_of.origins) == (2, "2")
    assert told_of.reason == "4 pages, 2 stories (2 from what others cite too: far-gazette, not held here)"


def test_a_page_of_the_cited_outlet_is_that_origin() -> None:
    pages = [report(0, "Far Gazette"), report(1, "Paper 1"), report(2, "Paper 2")]
    claims = [told(page) for page in pages]
    edges = [
        citation("outlet:far-gazette", pages[1], "A minister said"),
        citation(pages[0].id, pages[2], "A minister said"),
    ]
    told_of = Independence(pages, edges).count(claims)
    assert told_of.stories == (tuple(page.id for page in pages),)
    assert told_of.reason == "3 pages, 1 story (2 from what others cite too: Far Gazette)"


def test_what_a_page_says_of_its_own_is_not_of_what_it_cites() -> None:
    page, other = report(0, "Paper 0"), report(1, "Paper 1")
    beside = [citation("outlet:far-gazette", one, f"Page {number}", 0.3) for number, one in enumerate((page, other))]
    assert len(Independence([page, other], beside).count([told(page), told(other)]).stories) == 2


def test_unknown_stays_unknown() -> None:
    pages = [report(n, outlet=f"Paper {n}") for n in range(3)]
    claims = [told(pages[0], by="A minister"), told(pages[1], by="A minister"), told(pages[2])]
    told_of = Independence(pages, []).count(claims)
    assert (len(told_of.stories), told_of.least, told_of.origins) == (3, 2, "2, perhaps 3")
    assert told_of.reason == "3 pages, 3 stories; perhaps 2: both from A minister"
    rumours = [told(page, standing="rumoured") for page in pages]
    assert Independence(pages, []).count(rumours).origins == "1, perhaps 3"


def test_neither_citations_nor_one_event_make_one_text() -> None:
    pages = [report(n, outlet=f"Paper {n}") for n in range(2)]
    edges = [edge(pages[0], pages[1], "same_event"), citation(pages[0].id, pages[1], "Page 1", 0.2)]
    assert len(Independence(pages, edges).count([told(page) for page in pages]).stories) == 2


@pytest.mark.parametrize("kind", ["rewrite", "version", "translation", "copy"])
def test_every_kind_of_one_text_counts_once(kind: str) -> None:
    pages = [report(n, outlet=f"Paper {n}") for n in range(2)]
    told_of = Independence(pages, [edge(pages[0], pages[1], kind)]).count([told(page) for page in pages])
    assert told_of.origins == "1"
