"""The pipelines: loaded once, one tree with one root per sentence, offsets exact, for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.language.parse import Sentence
from foedus.language.pipelines import languages, load
from foedus.language.sentences import split
from foedus.language.trees import listed_names, one_root, one_subject, topic_apart, with_predicate
from foedus.model.errors import DataError


def parse(text: str, lang: str) -> list[Sentence]:
    return load(lang).parse(text, split(text, 0, len(text), lang))


def relations(text: str, lang: str) -> set[tuple[str, str, str]]:
    """(dependent, label, lemma of the head) of the first sentence."""
    tokens = parse(text, lang)[0].tokens
    return {(token.text, token.dep, tokens[token.head].lemma) for token in tokens}


def test_a_language_without_pipeline_is_refused_in_one_line() -> None:
    with pytest.raises(DataError, match="no parsing pipeline for language 'xx'"):
        load("xx")


def test_a_pipeline_is_loaded_once_and_names_itself() -> None:
    for lang in languages():
        assert load(lang) is load(lang)
        assert load(lang).lang == lang
        assert load(lang).name == f"foedus-{lang}"
        assert load(lang).version


def test_french_subject_object_and_passive_agent() -> None:
    active = relations("La Norvège a livré huit canons à la Lettonie.", "fr")
    assert {("Norvège", "nsubj", "livrer"), ("canons", "obj", "livrer")} <= active
    passive = relations("Huit canons ont été livrés par la Norvège.", "fr")
    assert {("canons", "nsubj:pass", "livrer"), ("Norvège", "obl:agent", "livrer")} <= passive


def test_english_subject_object_and_passive_agent() -> None:
    active = relations("Norway delivered eight guns to Latvia.", "en")
    assert {("Norway", "nsubj", "deliver"), ("guns", "obj", "deliver")} <= active
    passive = relations("Eight guns were delivered by Norway.", "en")
    assert {("guns", "nsubj:pass", "deliver"), ("Norway", "obl:agent", "deliver")} <= passive


def test_typographic_marks_parse_as_plain_ones() -> None:
    plain, curly = parse("L'Iran n'a rien dit.", "fr")[0], parse("L’Iran n’a rien dit.", "fr")[0]
    assert [(t.lemma, t.upos, t.head, t.dep) for t in plain.tokens] == [
        (t.lemma, t.upos, t.head, t.dep) for t in curly.tokens
    ]
    assert curly.tokens[0].text == "L’"


def test_spans_without_words_give_no_sentence_and_the_order_is_kept() -> None:
    text = "Un. \n Deux."
    assert [sentence.start for sentence in load("fr").parse(text, [(0, 3), (3, 6), (6, 11)])] == [0, 6]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=100), st.sampled_from(["fr", "en"]))
def test_any_text_parses_into_trees_with_one_root_and_exact_offsets(text: str, lang: str) -> None:
    for sentence in load(lang).parse(text, [(0, len(text))]):
        assert [token.i for token in sentence.tokens] == list(range(len(sentence)))
        assert all(text[token.start : token.end] == token.text for token in sentence.tokens)
        roots = [token for token in sentence.tokens if token.head == token.i]
        assert len(roots) == 1
        assert [token.dep for token in sentence.tokens if token.dep == "root"] == ["root"]
        assert len(sentence.subtree(roots[0].i)) == len(sentence)


def test_a_lone_surrogate_and_a_null_are_words_like_others() -> None:
    (sentence,) = load("fr").parse("Un \ud800 et \x00 canon.", [(0, 16)])
    assert [token.text for token in sentence.tokens] == ["Un", "\ud800", "et", "\x00", "canon", "."]


def test_further_roots_hang_on_the_first_verb() -> None:
    arcs = [(0, "root"), (1, "root"), (1, "obj"), (3, "root")]
    assert one_root(arcs, ["NOUN", "VERB", "NOUN", "PUNCT"]) == [
        (1, "parataxis"),
        (1, "root"),
        (1, "obj"),
        (1, "punct"),
    ]


def test_a_verb_has_one_subject_and_a_name_behind_it_is_in_apposition() -> None:
    arcs = [(1, "amod"), (3, "nsubj"), (3, "nsubj"), (3, "root")]
    assert one_subject(arcs, ["ADJ", "NOUN", "PROPN", "VERB"]) == [(1, "amod"), (3, "nsubj"), (1, "appos"), (3, "root")]
    assert one_subject(arcs, ["ADJ", "PROPN", "PROPN", "VERB"]) == arcs


def test_two_names_in_a_row_are_a_list_though_the_parser_makes_one_of_them() -> None:
    forms = "Boeing and Lockheed Martin delivered".split()
    upos = ["PROPN", "CCONJ", "PROPN", "PROPN", "VERB"]
    arcs = [(3, "compound"), (2, "cc"), (0, "conj"), (4, "nsubj"), (4, "root")]
    assert listed_names(arcs, upos, forms) == [(4, "nsubj"), (3, "cc"), (3, "compound"), (0, "conj"), (4, "root")]
    assert listed_names(arcs, upos, "Army and Navy units delivered".split()) == arcs


def test_a_past_form_behind_an_apposition_is_the_predicate_of_a_sentence_that_has_none() -> None:
    forms = "Saab , the maker , delivered fighters .".split()
    upos = "PROPN PUNCT DET NOUN PUNCT VERB NOUN PUNCT".split()
    arcs = [(0, "root"), (3, "punct"), (3, "det"), (0, "appos"), (3, "punct"), (6, "amod"), (0, "conj"), (0, "punct")]
    tree = with_predicate(arcs, upos, forms, [False] * 8)
    assert (tree[0], tree[5], tree[6], tree[7]) == ((5, "nsubj"), (5, "root"), (5, "obj"), (5, "punct"))
    assert with_predicate(arcs, upos, [*forms[:-1], "!"], [False] * 8) == arcs
    assert with_predicate(arcs, upos, forms, [False] * 5 + [True] + [False] * 2) == arcs


def test_a_topic_before_a_colon_is_no_subject_beside_another() -> None:
    forms = "Mali : troops left".split()
    arcs = [(3, "nsubj"), (0, "punct"), (3, "nsubj"), (3, "root")]
    assert topic_apart(arcs, forms) == [(3, "parataxis"), (0, "punct"), (3, "nsubj"), (3, "root")]
    assert topic_apart([(3, "nsubj"), (0, "punct"), (3, "obl"), (3, "root")], forms)[0] == (3, "nsubj")
