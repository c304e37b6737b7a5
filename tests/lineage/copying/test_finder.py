"""The finder's edges: which pages are copies or excerpts, whatever the order in which pages are given."""

import random
import re
import unicodedata
from collections.abc import Callable, Sequence

import pytest
from bench.speed.lineage_holders import earlier_holders
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.lineage.copying.finder import CopyFinder
from foedus.lineage.finder import MOST_HOLDERS
from foedus.lineage.pages import Page
from foedus.model.document import Document
from tests.factories import document
from tests.lineage.copying.batch import copies

FRENCH = (
    "L'Arlande a remis neuf vedettes fluviales à la marine de Borlande, a déclaré mardi son ministère de la Défense. "
    "Les bâtiments ont quitté le chantier du port du Nord il y a une semaine et ont gagné le delta après quatre jours "
    "de mer. Des équipages des deux pays s'entraîneront ensemble sur le cours inférieur du fleuve jusqu'à la fin de "
    "l'automne. Nul n'a voulu dire ce que les vedettes avaient coûté, ni si d'autres étaient commandées."
)
RUSSIAN = (
    "Арландия передала военно-морским силам Борландии девять речных катеров, сообщило во вторник министерство обороны. "
    "Катера вышли с верфи в северном порту неделю назад и после четырёх дней в море достигли дельты реки. "
    "Экипажи двух стран будут вместе готовиться в нижнем течении реки до самого конца осени. "
    "Чиновники не захотели сказать, во что обошлись катера и заказаны ли ещё такие же."
)
ENGLISH = (
    "Arland has handed nine river tugboats to the navy of Borland, its defence ministry said on Tuesday. "
    "The vessels left the yard in the northern port a week ago and reached the delta after four days at sea. "
    "Crews from both countries will train together on the lower river until the end of the autumn. "
    "Officials in Borland would not say what the boats had cost, nor whether more were on order."
)
HARBOUR = (
    "Corland opened its third shipyard this spring, and the first hull is to be launched before the winter. "
    "Nobody at the opening spoke of exports, although two foreign delegations walked along the quay. "
    "The yard employs four hundred welders, most of whom came from the closed works upstream."
)
STORIES = {"fr": FRENCH, "ru": RUSSIAN, "en": ENGLISH}
COOKIES = (
    "We use cookies to improve what you see on these pages and to learn which reports are read most, and by reading on "
    "you accept them together with our terms of use, which were last changed in spring and which you find below."
)
RELATED = "Read also: Corland opens a third shipyard\nRead also: The river is high again\nMost read today"


def page(body: str, day: int, outlet: str | None = None, url: str | None = None, lang: str = "en") -> Document:
    return document(body, lang=lang, published=f"2022-05-{day:02}", outlet=outlet, url=url)


def kinds(*documents: Document) -> list[str]:
    return [edge.kind for edge in copies(documents)]


def in_capitals(text: str) -> str:
    return text.upper()


def in_straight_marks(text: str) -> str:
    return re.sub("[’']", "'", re.sub("[«»“”]", '"', text)).replace(" ", "\u00a0")


def without_diacritics(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def hyphenated(text: str) -> str:
    return re.sub(r"(\w{4})(\w{4})", lambda word: f"{word[1]}-\n{word[2]}", text)


def in_narrow_lines(text: str) -> str:
    return re.sub(r"((?:\S+ ){11}\S+) ", r"\1" + "\n", text)


@pytest.mark.parametrize("lang", STORIES)
@pytest.mark.parametrize(
    "change", [in_capitals, in_straight_marks, without_diacritics, hyphenated, in_narrow_lines, str.lower]
)
def test_what_a_decoder_changes_hides_no_copy(lang: str, change: Callable[[str], str]) -> None:
    first, second = page(STORIES[lang], 19, lang=lang), page(f"{change(STORIES[lang])} Sent on.", 20, lang=lang)
    [edge] = copies([first, second])
    assert (edge.kind, edge.score) == ("copy", 1.0)


@pytest.mark.parametrize("lang", STORIES)
@settings(deadline=None, max_examples=40)
@given(st.data())
def test_twenty_four_words_in_a_row_that_are_half_of_a_text_are_found_and_so_are_forty_four_in_any(
    lang: str, data: st.DataObject
) -> None:
    words = STORIES[lang].split()
    around = data.draw(st.sampled_from(["{}", "{} …", "Our desk writes: {}", f"{HARBOUR} {{}}", f"{{}} {HARBOUR}"]))
    length = data.draw(st.integers(44 if HARBOUR in around else 24, len(words)))
    start = data.draw(st.integers(0, len(words) - length))
    part = " ".join(words[start : start + length])
    first, second = page(STORIES[lang], 19, lang=lang), page(around.format(part), 20, lang=lang)
    edges = copies([first, second]) if first.id != second.id else []
    assert [edge.origin for edge in edges] == [first.id] * (first.id != second.id)
    for edge in edges:
        assert all(span.copy_end - span.copy_start > 4 for span in edge.spans)


def test_a_text_cut_off_by_a_paywall_is_an_excerpt() -> None:
    cut = f"{ENGLISH[:250]}…\nSubscribe now to read on\nAlready a subscriber? Log in"
    assert kinds(page(ENGLISH, 19), page(cut, 20)) == ["excerpt"]


def test_a_passage_of_forty_own_words_and_more_is_an_excerpt_of_whatever_share() -> None:
    long = " ".join(f"{HARBOUR.replace('spring', f'{name} spring')}" for name in "red blue green grey".split())
    first, second = page(f"{ENGLISH} {RUSSIAN}", 19), page(f"{long} {ENGLISH}", 20)
    assert kinds(first, second) == ["excerpt"]


def test_short_runs_in_common_make_no_excerpt_however_many() -> None:
    chance = random.Random(5)  # noqa: S311 - texts, not secrets
    stock = [" ".join(f"stock{n}x{k}" for k in range(7)) for n in range(20)]

    def report(name: str) -> str:
        parts = [f"{' '.join(f'{name}{n}x{k}' for k in range(30))} {phrase}" for n, phrase in enumerate(stock)]
        chance.shuffle(parts)
        return ". ".join(parts)

    assert kinds(page(report("one"), 19), page(report("other"), 20)) == []


def test_lists_of_headlines_are_no_story() -> None:
    lines = [f"{name} hands nine boats to the navy of Borland after talks" for name in "Arland Corland Dorland".split()]
    listed = "\n".join(lines * 5)
    assert kinds(page(f"{listed}\nMore", 19, "The Gazette"), page(f"{listed}\nLess", 20, "The Courier")) == []


def test_menus_notices_and_lines_of_links_are_no_story() -> None:
    first = page(f"Home\nWorld\n\n{ENGLISH}\n\n{RELATED}\n{COOKIES}", 19, "The Gazette")
    second = page(f"Home\nWorld\n\n{HARBOUR}\n\n{RELATED}\n{COOKIES}", 20, "The Gazette")
    third = page(f"Home\nWorld\n\nThe river is high.\n\n{RELATED}\n{COOKIES}", 21, "The Courier")
    assert kinds(first, second, third) == []


def test_of_one_outlet_two_thirds_of_the_shorter_text_must_be_the_same() -> None:
    background = f"{ENGLISH} {HARBOUR}"
    lines = [
        f"The {name} ferry stopped at noon, and people on the {name} pier waited for news of it." for name in "abcd"
    ]
    one, other = f"{' '.join(lines[:2])} {background}", f"{' '.join(lines[2:])} {background} {RUSSIAN}"
    assert kinds(page(one, 19, "The Gazette"), page(other, 20, "The Courier")) == ["excerpt"]
    half = f"{' '.join(lines)} {ENGLISH}"
    assert kinds(page(half, 19, "The Gazette"), page(f"{ENGLISH} {FRENCH}", 20, "The Courier")) == ["excerpt"]
    assert kinds(page(half, 19, "The Gazette"), page(f"{ENGLISH} {FRENCH}", 20, "THE GAZETTE")) == []
    addresses = ("https://www.gazette.example/a", "https://gazette.example/b")
    assert kinds(page(half, 19, url=addresses[0]), page(f"{ENGLISH} {FRENCH}", 20, url=addresses[1])) == []
    assert kinds(page(ENGLISH, 19, "The Gazette"), page(f"{ENGLISH} More.", 20, "The Gazette")) == ["copy"]


FORM = (
    "{0} has approved a possible sale to {1} of {2} boats and {3} engines with what belongs to them, at a cost of {4} "
    "million crowns. The agency of {0} told parliament of it on the {5}th. The sale will help {1} to guard its rivers, "
    "and {1} will have no difficulty in taking them into service. The sale does not change the balance of arms in the "
    "region. The principal contractor is the {6} yard in {7}. The sum is the highest that is to be expected."
)


def test_two_notices_of_one_form_are_no_copies_and_a_notice_with_one_figure_changed_is_one() -> None:
    told = ("Arland", "Borland", 9, 18, 40, 12, "Osprey", "Northport")
    first = page(FORM.format(*told), 19, "The Gazette")
    other = page(FORM.format("Arland", "Corland", 31, 60, 220, 25, "Heron", "Westhaven"), 20, "The Courier")
    changed = page(FORM.format(*told[:2], 19, *told[3:]), 21, "The Herald")
    assert kinds(first, other) == []
    assert kinds(first, changed) == ["copy"]


def test_a_page_in_two_languages_is_a_copy_of_either() -> None:
    cut = {lang: " ".join(text.split()[:40]) for lang, text in STORIES.items()}
    both = page(f"{cut['ru']}.\n\n{cut['en']}. {HARBOUR}", 21, lang="ru")
    found = {edge.origin for edge in copies([page(RUSSIAN, 19, lang="ru"), page(ENGLISH, 20), both])}
    assert found == {page(RUSSIAN, 19, lang="ru").id, page(ENGLISH, 20).id}


def test_a_copy_in_a_digest_comes_from_the_text_and_not_from_the_digest() -> None:
    digest, first, second = page(f"{ENGLISH}\n\n{HARBOUR}", 20), page(ENGLISH, 19), page(f"{ENGLISH} Sent on.", 21)
    assert {edge.copy: edge.origin for edge in copies([digest, first, second])}[second.id] == first.id


@pytest.mark.parametrize("text", ["", " ", "…", "« » “", "-\n-", "a" * 200_000, "«" * 5_000, "\u0301" * 50])
def test_text_without_words_or_with_one_giant_word_has_no_copies(text: str) -> None:
    one, other = Page(page("x" + text, 19)), Page(page("y" + text, 20))
    finder = CopyFinder()
    assert finder.keys(one) == ()
    assert finder.edges(other, [one]) == []
    assert finder.edges(one, []) == []


POOL = [
    f"{lead}{text}{tail}"
    for text in (ENGLISH, ENGLISH[:200] + ".", FRENCH, f"{ENGLISH}\n\n{HARBOUR}", HARBOUR, COOKIES)
    for lead in ("", "It rained on the quay all day, and nobody came. ")
    for tail in ("", " Seen elsewhere, and sent on to us by a reader.")
]
PAGES = st.lists(
    st.builds(
        page,
        st.sampled_from(POOL),
        st.integers(1, 28),
        st.sampled_from([None, "The Gazette", "The Courier"]),
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=40)
@given(PAGES, st.randoms(use_true_random=False))
def test_edges_do_not_depend_on_the_order_of_what_is_given(given_: list[Document], chance: random.Random) -> None:
    pages = sorted((Page(one) for one in {one.id: one for one in given_}.values()), key=lambda one: one.order)
    finder = CopyFinder()
    for place, one in enumerate(pages):
        earlier = pages[:place]
        edges = finder.edges(one, earlier)
        chance.shuffle(earlier)
        assert CopyFinder().edges(one, earlier) == edges == finder.edges(one, [*earlier, one])
    mixed = [one.document for one in pages]
    chance.shuffle(mixed)
    assert copies(mixed) == copies(reversed(mixed))


@settings(deadline=None, max_examples=40)
@given(PAGES)
def test_all_at_once_finds_what_page_after_page_finds(given_: list[Document]) -> None:
    once = {one.id: one for one in given_}
    pages = sorted((Page(one) for one in once.values()), key=lambda one: one.order)
    finder = CopyFinder()
    keys = finder.all_keys(pages)
    assert keys == [finder.keys(one) for one in pages]
    held = dict(earlier_holders(finder, pages))
    assert held == {place: near for place in range(len(pages)) if (near := _first_holders(keys, place))}


def test_ten_thousand_pages_of_nearly_one_text_take_no_more_each_than_a_hundred() -> None:
    text = f"{ENGLISH} {HARBOUR}"
    reports = [page(f"{text} Outlet {n} sends it on.", 1 + n // 500, f"Outlet {n}") for n in range(10_000)]
    edges = copies(reports)
    assert len(edges) == 9_999
    assert len({edge.origin for edge in edges}) == 1
    finder, pages = CopyFinder(), sorted((Page(one) for one in reports), key=lambda one: one.order)
    assert max(len(held) for _, held in earlier_holders(finder, pages)) <= 4 * MOST_HOLDERS


def _first_holders(keys: Sequence[tuple[int, ...]], place: int) -> list[int]:
    found: set[int] = set()
    for key in keys[place]:
        holders = [number for number, some in enumerate(keys) if key in some][:MOST_HOLDERS]
        found.update(number for number in holders if number < place)
    return sorted(found)


def test_keys_are_the_same_in_every_version() -> None:
    found = sorted(CopyFinder().keys(Page(page(HARBOUR, 19))))
    assert found == [
        2444121834603673369,
        2836327984689801395,
        3865257647885222370,
        4048438629306045307,
        7600769975809378889,
    ]


def test_a_page_of_unknown_language_is_compared_as_any() -> None:
    assert kinds(page(ENGLISH, 19, lang="und"), page(f"{ENGLISH[:260]} …", 20, lang="und")) == ["excerpt"]


def test_a_short_page_is_found_at_the_end_of_a_book() -> None:
    chance = random.Random(4)  # noqa: S311 - texts, not secrets
    words = [f"word{n}" for n in range(50_000)]
    long = " ".join(chance.choices(words, k=300_000))
    finder = CopyFinder()
    one, other = Page(page(f"{long} {ENGLISH}", 19)), Page(page(ENGLISH, 20))
    assert set(finder.keys(one)) & set(finder.keys(other))
    [edge] = finder.edges(other, [one])
    assert edge.kind == "excerpt"
    assert len(edge.spans) == 1
