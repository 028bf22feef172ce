"""Korean place names in Latin letters."""

from __future__ import annotations

import pytest

from scripts.romanisation import by_letter, mccune_reischauer, revised, split_suffix


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("종로구", "Jongno-gu"),
        ("신림동", "Sillim-dong"),
        ("별내동", "Byeollae-dong"),
        ("왕십리", "Wangsip-ri"),
        ("독립문", "Dongnimmun"),
        ("속리산면", "Songnisan-myeon"),
        ("합천군", "Hapcheon-gun"),
        ("울릉군", "Ulleung-gun"),
        ("압구정동", "Apgujeong-dong"),
        ("여의도동", "Yeouido-dong"),
        ("낙동강", "Nakdonggang"),
        ("경기도", "Gyeonggi-do"),
    ],
)
def test_revised_romanisation_writes_the_sounds_and_parts_the_suffix(name: str, expected: str) -> None:
    assert revised(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("경기도", "Kyŏnggi-do"),
        ("전라남도", "Chŏllanam-do"),
        ("부산", "Pusan"),
        ("인천", "Inch’ŏn"),
        ("종로구", "Chongno-gu"),
        ("평택시", "P’yŏngt’aek-si"),
        ("강릉시", "Kangnŭng-si"),
        ("낙동강", "Naktonggang"),
    ],
)
def test_mccune_reischauer_voices_between_voiced_sounds(name: str, expected: str) -> None:
    assert mccune_reischauer(name) == expected


def test_what_is_not_hangul_stays() -> None:
    assert revised("상도1동") == "Sangdo1-dong"


def test_a_suffix_alone_is_a_name() -> None:
    assert split_suffix("시") == ("시", "")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("종로구", "Jongro-gu"),
        ("강릉시", "Gangreung-si"),
        ("울릉군", "Ulreung-gun"),
        ("신라", "Sinra"),
        ("수원시", "Suwon-si"),
    ],
)
def test_letter_by_letter_no_sound_changes_its_neighbour(name: str, expected: str) -> None:
    assert by_letter(name) == expected
