"""How a text is cut into tokens, and what is told of it as a whole."""

from __future__ import annotations

import unicodedata

import pytest

from index.names.text import read_text
from index.names.tokens import fold_word, words_of


def test_a_word_is_compared_small_and_without_accents_hangul_as_it_stands() -> None:
    assert [fold_word(word) for word in ("Évry", "TOURS", "Œuilly", "수원시")] == ["evry", "tours", "oeuilly", "수원시"]
    assert words_of("Saint-Étienne & Cie") == words_of("st etienne et cie") == ("saint", "etienne", "et", "cie")


def test_tokens_tell_where_they_stood_in_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "À Évry, 수원시는 ?")
    written = [text[token.at : token.to] for token in read_text(text).tokens]
    assert [unicodedata.normalize("NFC", word) for word in written] == ["À", "Évry", "수원시는"]
    syllables = read_text(text).tokens[2].places
    assert unicodedata.normalize("NFC", text[syllables[0] : syllables[3]]) == "수원시"


def test_tokens_tell_their_capital_their_beginning_and_what_parts_them() -> None:
    tokens = read_text("La mairie de L'Haÿ. Où ?").tokens
    assert [token.word for token in tokens if token.capital] == ["la", "l", "hay", "ou"]
    assert [token.word for token in tokens if token.first] == ["la", "ou"]
    assert [token.word for token in tokens if token.glued] == ["hay"]
    assert not any(token.capital for token in read_text("OÙ EST TOURS ?").tokens)


def test_the_stream_tells_which_token_begins_and_ends_where() -> None:
    read = read_text("mairie de Tours")
    assert read.stream == "mairiedetours"
    assert (read.starts, read.ends) == ({0: 0, 6: 1, 8: 2}, {6: 0, 8: 1, 13: 2})


@pytest.mark.parametrize("address", ["https://www.tours.fr/lens", "maire@tours.fr", "@tours", "tours.fr", "lens.tsv"])
def test_names_within_addresses_are_no_words(address: str) -> None:
    assert [token.word for token in read_text(f"voir {address} ici").tokens] == ["voir", "ici"]


def test_a_text_tells_whether_it_asks_where_and_what_kinds_it_sets_aside() -> None:
    assert read_text("où est Vienne ?").asks_where
    assert not read_text("la population de Vienne").asks_where
    assert "departement" in read_text("Vienne, pas le département").kinds_denied
    assert read_text("Vienne, le département").kinds_denied == ()
