from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.names.sounds import NameSounds, TownSounds, romanised, sound


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("몽생미쉘", "몽생미셸"),
        ("쌩떼밀리옹", "생테밀리옹"),
        ("칸느", "칸"),
        ("로크포르", "록포르"),
        ("쉬프", "쉬이프"),
        ("리용", "리옹"),
        ("뮬루즈", "뮐루즈"),
        ("수와송", "수아송"),
    ],
)
def test_what_is_heard_alike_has_one_sound(written: str, name: str) -> None:
    assert sound(written) == sound(name)


@pytest.mark.parametrize(("one", "other"), [("칸", "캉"), ("랭스", "랑스"), ("리옹", "리옴"), ("투르", "튀르")])
def test_what_is_heard_apart_has_two(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("written", "name"), [("tchongju", "cheongju"), ("wonjoo", "wonju"), ("souwon", "suwon"), ("kyongjoo", "gyeongju")]
)
def test_korean_names_in_latin_letters_are_heard_alike(written: str, name: str) -> None:
    assert romanised(written) == romanised(name)


def test_a_name_is_found_by_its_sound() -> None:
    names = ["생테밀리옹", "칸", "cheongju", "suncheon", "jung"]
    sounds = NameSounds(names, [2, 3, 4])
    assert sounds.alike("쌩떼밀리옹") == [0]
    assert sounds.alike("깐") == []  # one syllable tells too little
    assert sounds.romanised_alike("tchongju") == [2]
    assert sounds.romanised_alike("soonchun") == [3]
    assert sounds.romanised_alike("cheong") == []  # nor does one in Latin letters


def test_a_town_is_found_by_the_sound_of_its_full_name() -> None:
    names = ["changpyeongmyeon", "hwagaemyeon", "jangpyeongmyeon", "guryongpoeup", "jongno"]
    towns = TownSounds(names, range(5))
    assert towns.alike("hwagaemyon") == [1]
    assert towns.alike("kuryongpoup") == [3]
    assert towns.alike("changpyongmyon") == [0, 2]  # the closest first
    assert towns.alike("chongno") == [] and towns.alike("myon") == [] and towns.alike("") == []


def test_without_names_none_is_found() -> None:
    sounds = NameSounds([], [])
    assert sounds.alike("파리시") == [] and sounds.romanised_alike("cheongju") == []


@given(st.text())
def test_any_text_has_a_sound(text: str) -> None:
    assert isinstance(sound(text), str) and isinstance(romanised(text), str)
