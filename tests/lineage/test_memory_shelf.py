"""What any shelf must do, tried on the one in memory."""

from foedus.lineage.edges import CopyEdge
from foedus.lineage.memory_shelf import MemoryShelf
from foedus.lineage.pages import Page
from tests.factories import document


def page(number: int, published: str | None = None) -> Page:
    return Page(document(f"Page {number}.", published=published or f"2024-06-{10 + number}"))


def edge(origin: Page, copy: Page, *, turned: bool = False) -> CopyEdge:
    return CopyEdge(origin.id, copy.id, "copy", 1.0, directed=True, reason="own", turned=turned)


def test_holders_are_in_canonical_order_whatever_the_order_of_coming() -> None:
    pages = [page(number) for number in range(5)]
    shelf = MemoryShelf()
    for one in (pages[3], pages[0], pages[4], pages[1], pages[2]):
        shelf.put(one, [7, one.document.text.__len__(), 7])
    assert list(shelf.ids()) == [one.id for one in pages]
    assert shelf.holders([7, 8], 3) == {7: [one.id for one in pages[:3]]}
    assert shelf.after([7, 8], pages[2]) == {7: [pages[3].id, pages[4].id]}
    assert shelf.after([7], pages[4]) == {}
    assert set(shelf.keys_of([pages[0].id, "none"])) == {pages[0].id}


def test_edges_are_found_by_both_ends() -> None:
    first, second, third = (page(number) for number in range(3))
    shelf = MemoryShelf()
    edges = [edge(first, third), edge(third, second, turned=True)]
    shelf.set_edges(third.id, edges)
    assert shelf.edges_to([third.id]) == {third.id: tuple(edges)}
    assert shelf.edges_from([first.id, second.id, third.id]) == {first.id: edges[:1], second.id: edges[1:]}
    shelf.set_edges(third.id, edges[:1])
    assert shelf.edges_from([second.id]) == {}
    shelf.set_edges(third.id, [])
    assert (shelf.edges_to([third.id]), shelf.edges_from([first.id])) == ({}, {})


def test_a_page_put_again_has_its_new_place_and_keys() -> None:
    first, second = page(1), page(2)
    moved = Page(document(first.text, published="2024-07-01"))
    shelf = MemoryShelf()
    shelf.put(first, [7, 8])
    shelf.put(second, [7])
    shelf.put(moved, [7, 9])
    assert shelf.holders([7, 8, 9], 9) == {7: [second.id, moved.id], 9: [moved.id]}
    assert shelf.pages([first.id])[first.id] is moved
    assert shelf.cards([first.id])[first.id].day == "2024-07-01"


def test_a_page_that_is_taken_leaves_nothing() -> None:
    first, second = page(1), page(2)
    shelf = MemoryShelf()
    shelf.put(first, [7])
    shelf.put(second, [7])
    shelf.set_edges(second.id, [edge(first, second)])
    shelf.take(second.id)
    assert shelf.holders([7], 9) == {7: [first.id]}
    assert (shelf.edges_from([first.id]), shelf.pages([second.id])) == ({}, {})
    shelf.take("none")
