"""French names in Hangul by the rules of the loan-word orthography."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.french_sounds import sounds
from scripts.transliteration import hangul


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Grenoble", "그르노블"),  # l between vowels is doubled, e mute stays where it is heard
        ("Toulouse", "툴루즈"),
        ("Blois", "블루아"),
        ("Orléans", "오를레앙"),
        ("Charleville", "샤를빌"),
        ("Marseille", "마르세유"),  # a semivowel at the end
        ("Meylan", "멜랑"),
        ("Champagne", "샹파뉴"),  # gn at the end
        ("Chambéry", "샹베리"),
        ("Bruxelles", "브뤽셀"),  # a voiceless stop before a voiceless sound closes the syllable
        ("Rennes", "렌"),
        ("Marne", "마른"),
        ("Saint-Étienne", "생테티엔"),  # liaison
        ("Saint-Denis", "생드니"),
        ("L'Isle-d'Abeau", "릴다보"),
        ("Villeneuve", "빌뇌브"),  # e mute is not written
        ("Besançon", "브장송"),
        ("Indre-et-Loire", "앵드르에루아르"),
        ("Bourgogne-Franche-Comté", "부르고뉴프랑슈콩테"),
        ("Montpellier", "몽펠리에"),
        ("Le Havre", "르아브르"),
        ("Le Puy-en-Velay", "르퓌앙블레"),
        ("Charleville-Mézières", "샤를빌메지에르"),
        ("Treillières", "트레예르"),  # ill is heard once before i
        ("Chantilly", "샹티이"),
        ("Milhaud", "미요"),
        ("Ploërmel", "플로에르멜"),
        ("Ploemeur", "플뢰뫼르"),
        ("Merlimont", "메를리몽"),  # e before r and a consonant is heard
        ("Vaulx-en-Velin", "보앙블랭"),
        ("Bischheim", "비샤임"),  # names of Alsace and Lorraine
        ("Riedisheim", "리디사임"),
        ("Guebwiller", "게브빌레르"),
        ("Forbach", "포르바크"),
        ("Creutzwald", "크뢰츠발드"),
        ("Saint-Priest", "생프리에스트"),
        ("Senlis", "상리스"),
    ],
)
def test_names_follow_the_rules(name: str, expected: str) -> None:
    assert hangul(name) == expected


def test_a_w_of_the_north_is_that_of_oui() -> None:
    assert hangul("Wasquehal", "59") == "우아스칼"
    assert hangul("Wittenheim", "68") == "비트나임"


def test_polynesian_names_have_a_sound_for_each_letter() -> None:
    assert hangul("Hitiaa O Te Ra", "987") == "히티아아오테라"
    assert hangul("Taiarapu-Est", "987") == "타이아라푸에스트"


def test_what_stands_in_brackets_is_left_out() -> None:
    assert hangul("Bors (Canton de Charente-Sud)") == hangul("Bors")


def test_final_consonants_are_silent() -> None:
    assert sounds("champs") == "ʃÃ"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ-' ", max_size=30))
def test_any_french_letters_give_hangul_only(name: str) -> None:
    assert all("가" <= character <= "힣" for character in hangul(name))
