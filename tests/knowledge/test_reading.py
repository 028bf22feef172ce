from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.cards import Card
from knowledge.library import check
from knowledge.reading import read_items
from tests.small import write_cards

CARD = """\
- id: fr-test
  topic: levels
  country: fr
  questions:
    fr: ["Un ?", "Deux ?"]
    ko: ["하나?"]
    en: ["One?"]
  answer: {fr: "Oui.", ko: "네.", en: "Yes."}
  sources: [{title: Loi, url: "https://example.org", date: 2026-01-02}]
  checked: 2026-11-24
  status: verified
"""


def faults(folder: Path, text: str | bytes) -> list[str]:
    """Return the faults of a folder whose only file of cards holds the text, each as `line:column: message`."""
    file = folder / "cards" / "a.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return [str(fault).removeprefix("cards/a.yaml:") for fault in check(folder).faults]


def test_a_sound_card_has_no_faults(tmp_path: Path) -> None:
    assert faults(tmp_path, CARD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("topic: levels", "topic: nonsense", "2:10: `topic`"),
        ("status: verified", "status: verified\n  colour: red", "12:3: unknown key `colour`"),
        ("  country: fr\n", "", "1:3: `country` is missing"),
        ("  country: fr\n", "  country: fr\n  country: kr\n", "4:3: key `country` is there twice (first on line 3)"),
        ('ko: ["하나?"]', "ko: []", "6:9: `questions.ko`"),
        ('    en: ["One?"]\n', "", "5:5: `questions.en` is missing"),
        ('en: ["One?"]', 'en: ["One?", no]', "7:18: `no` would be read as False: put it in quotes"),
        ('en: ["One?"]', "en: [010]", "7:10: `010` would be read as another number: put it in quotes"),
        ('en: ["One?"]', "en: [12]", "7:10: `questions.en.0`: `12` is not read as text: put it in quotes"),
        ('en: ["One?"]', "en: [1:30]", "7:10: `1:30` would be read as another number: put it in quotes"),
        ('en: ["One?"]', "en: [~]", "7:10: `questions.en.0` is empty"),
        ('en: ["One?"]', 'en: ["?!"]', "7:10: `questions.en.0`: a text without a letter"),
        ("date: 2026-01-02", "date: 2026-02-30", "9:60: `2026-02-30` is no date: write YYYY-MM-DD"),
        ("date: 2026-01-02", "date: January", "9:60: `sources.0.date`: `January` is no date: write YYYY-MM-DD"),
        ("checked: 2026-11-24", "checked: 2026-11-24 10:00:00", "10:12: `checked`: `2026-11-24 10:00:00` is no date"),
        ("https://example.org", "ftp://example.org", "9:31: `sources.0.url`: `ftp://example.org` is no web address"),
        ('fr: "Oui."', 'fr: "' + "x" * 1_201 + '"', "8:11: `answer`: fr: 1,201 characters, 1,200 is the limit"),
        ("id: fr-test", "id: FR_test", "1:7: `id`"),
        ("status: verified", "related: [fr-none]\n  status: verified", "11:13: `related`: there is no card `fr-none`"),
        (
            "status: verified",
            "contacts: [nobody]\n  status: verified",
            "11:14: `contacts`: there is no contact `nobody`",
        ),
        (
            "status: verified",
            "places: [fr-dep-37]\n  status: verified",
            "11:12: `places`: there is no place `fr-dep-37`",
        ),
        ("status: verified", "counterpart: kr-none\n  status: verified", "11:16: `counterpart`: there is no card"),
        ("status: verified", "counterpart: fr-test\n  status: verified", "11:16: `counterpart`: the card names itself"),
    ],
)
def test_a_fault_is_named_where_it_stands(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in CARD
    found = faults(tmp_path, CARD.replace(old, new))
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_all_faults_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "cards" / "sub").mkdir(parents=True)
    (tmp_path / "cards" / "a.yaml").write_text(CARD.replace("levels", "x").replace("2026-11-24", "soon"), "utf-8")
    (tmp_path / "cards" / "sub" / "b.yaml").write_text(CARD + "  related: [fr-none]\n  colour: red\n", "utf-8")
    found = [str(fault) for fault in check(tmp_path).faults]
    assert [line.split(": ")[0] for line in found] == [
        "cards/a.yaml:2:10",
        "cards/a.yaml:10:12",
        "cards/sub/b.yaml:1:7",
        "cards/sub/b.yaml:12:13",
        "cards/sub/b.yaml:13:3",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"- id: a\n\tx: b\n", "2:1: not valid YAML"),
        (b"- id: \xff\xfe\n", "1:7: byte 0xff is not UTF-8"),
        ("- id: a".encode("utf-16"), "1:1: byte 0xff is not UTF-8"),
        (b"- id: a\x00b\n", "1:8: control character U+0000"),
        (b"- &a [x]\n- *a\n", "2:3: alias `*a`"),
        (b"- !!python/object:os.system x\n", "1:3: tag"),
        (b"[" * 100, "1:13: nested more than 12 deep"),
        (b"id: a\n", "1:1: a list of cards was expected"),
        (b"", "1:1: the file is empty"),
        (b"- just text\n", "1:3: "),
        (b"- id: 'open\n", "2:1: not valid YAML"),
    ],
)
def test_what_is_not_a_list_of_cards_is_refused_with_its_place(tmp_path: Path, text: bytes, expected: str) -> None:
    found = faults(tmp_path, text)
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_aliases_that_explode_are_refused_before_they_are_followed(tmp_path: Path) -> None:
    lines = ['- &a0 ["x", "x"]', *(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40))]
    found = faults(tmp_path, "\n".join(lines))
    assert found == ["2:8: alias `*a0`: write the value out instead"]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    assert faults(tmp_path, b"#" * 4_000_001) == ["1:1: 4,000,001 bytes: split the file, 4,000,000 is the limit"]


def test_dates_in_quotes_are_dates(tmp_path: Path) -> None:
    assert faults(tmp_path, CARD.replace("2026-01-02", '"2026-01-02"')) == []


@given(st.binary(max_size=300))
def test_reading_any_bytes_gives_faults_and_never_raises(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.mktemp("any") / "any.yaml"
    file.write_bytes(data)
    reading = read_items(file, "any.yaml", Card)
    assert reading.items == ()
    assert all(fault.line >= 1 and fault.column >= 1 for fault in reading.faults)


@given(st.text(max_size=60))
def test_a_text_in_a_card_is_read_back_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("text")
    card = {
        "id": "fr-test",
        "topic": "levels",
        "country": "fr",
        "questions": {"fr": ["Un ?"], "ko": ["하나?"], "en": ["One?"]},
        "answer": {"fr": "Oui." + text, "ko": "네.", "en": "Yes."},
        "sources": [{"title": "Loi", "url": "https://example.org", "date": "2026-01-02"}],
        "checked": "2026-11-24",
        "status": "verified",
    }
    try:
        write_cards(folder, [card])
    except UnicodeEncodeError:  # a lone surrogate cannot stand in a file
        return
    report = check(folder)
    if report.library is not None:
        assert report.library.cards["fr-test"].answer.fr == ("Oui." + text).strip()
    else:
        assert report.faults


def test_a_number_of_very_many_digits_is_a_short_fault(tmp_path: Path) -> None:
    found = faults(tmp_path, "- id: " + "1" * 100_000)
    assert any(fault.startswith("1:7: ") and fault.endswith("…") for fault in found)
    assert max(map(len, found)) < 600


def test_a_file_of_very_many_faulty_entries_is_read_in_one_pass(tmp_path: Path) -> None:
    assert len(faults(tmp_path, "- a\n" * 20_000)) == 20_000
