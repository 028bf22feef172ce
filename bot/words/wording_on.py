"""How a follow-up is worded: how it opens, what refers back, what leaves the subject, which words say something."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.words.question import Question
from index.names.particles import attached
from knowledge import countries
from knowledge.text import HANGUL, bare, blanked, blanked_said, blanked_word
from knowledge.wordings import alternatives, whole_words, wordings

_FILE = ("bot.texts", "followup.tsv")
_EXISTS = re.compile(
    r"\b(?:is|are|was|were) there\b|\bthere (?:is|are|was|were)\b|\by (?:en )?a(?:[- ]t[- ]il)?\b|\bya\b"
)
"""What says that something exists, and refers to nothing: "are there", "il y a"."""
_REFERRING = ("reference", "there", "both", "each")
"""Kinds of wordings that refer back, be it to a place found or to both of two."""
WORD = re.compile(r"[^\W_]+(?:'(?=[^\W\d_]))?")


def said(text: str, *kinds: str) -> re.Match[str] | None:
    """Return where a text has a wording of one of the kinds of followup.tsv, in the text without accents."""
    return whole_words(*_FILE, *kinds).search(bare(text))


@cache
def _markers() -> dict[str, re.Pattern[str]]:
    """Return the patterns of what stands in a place of its own: at the beginning, before or after a noun."""
    forms = wordings(*_FILE)
    return {
        "opening": re.compile(rf"^(?:{alternatives(forms['opening'])})(?![^\W\d_가-힣])"),
        "counted": re.compile(rf"(?<!\w)(?:{alternatives(forms['counted'])})\s$"),
        "near_after": re.compile(alternatives(forms["near_after"])),
        "comparing_after": re.compile(alternatives(forms["comparing_after"])),
        "turning": re.compile(rf"^(?:{alternatives(forms['turning'])})(?![^\W\d_])[\s,.:;!–-]*"),
        "definite": re.compile(rf"(?<!\w)(?:{alternatives(forms['definite'])})\s*$"),
        "which": re.compile(rf"(?<!\w)(?:{alternatives(forms['which'])})\s*$"),
        "definite_after": re.compile(rf"\s?(?:{alternatives(forms['definite_after'])})(?!\w)"),
    }


@cache
def _empty() -> frozenset[str]:
    """Return the words that carry no content."""
    forms = wordings(*_FILE)
    parts = (part for form in forms["empty"] for part in WORD.findall(bare(form)))  # aujourd'hui is two
    return frozenset((*map(bare, (*forms["empty"], *forms["opening"])), *parts))


@cache
def _asking() -> frozenset[str]:
    """Return the words that ask but do not say of what."""
    return frozenset(map(bare, wordings(*_FILE)["asking"]))


def turned(text: str) -> str | None:
    """Return what is asked after words that leave what was spoken of ("autre question : …"), None without them."""
    match = _markers()["turning"].match(bare(text))
    rest = text[match.end() :] if match else ""
    return rest if WORD.search(rest) else None


def points_there(question: Question) -> bool:
    """Tell whether a question is about the place that the answer before gave: "that city", 거기."""
    return _refers(question, "there")


def spans_there(text: str) -> list[tuple[int, int]]:
    """Return where words stand that mean a place told before, in the text without accents: "that province"."""
    return [match.span() for match in whole_words(*_FILE, "there").finditer(bare(text))]


def _refers(question: Question, *kinds: str) -> bool:
    """Tell whether a question has a wording of one of the kinds, apart from what says that something exists."""
    return said(_EXISTS.sub(" ", bare(question.text)), *kinds) is not None


def points_to_both(question: Question) -> bool:
    """Tell whether a question is about both of the two spoken of: "which of the two"."""
    return said(question.text, "both", "each") is not None


def points_to_each(question: Question) -> bool:
    """Tell whether a question asks the same of each of several: 각각 중심지는?"""
    return said(question.text, "each") is not None


def asks_when(question: Question) -> bool:
    """Tell whether a question asks since when, or when, and nothing else: "since when?", 언제부터 바뀐 거예요?"""
    if said(question.text, "dating") is None:
        return False
    return not content_beside(question, "dating", "changed", "reference", "there")


def says_only_a_time(question: Question) -> bool:
    """Tell whether a question says but when: "since when?", "et avant 2016 ?", 그전에는요?"""
    folded = re.sub(r"\d", " ", bare(question.text))
    for match in whole_words(*_FILE, "dating", "past").finditer(folded):
        folded = blanked_word(folded, *match.span())
    return folded != bare(question.text) and not says_something(folded)


def says_only(text: str, kind: str) -> bool:
    """Tell whether a text has words of a kind (see `said`) and says nothing else."""
    folded = bare(text)
    found = said(folded, kind)
    return found is not None and not says_something(blanked_word(folded, *found.span()))


def means_the_other(question: Question) -> bool:
    """Tell whether a question is about another of one name than was taken: "no, the other one"."""
    return said(question.text, "other") is not None


def corrects(question: Question) -> bool:
    """Tell whether a question sets right what was taken: "no, the one in …", "je voulais dire celle de …"."""
    return means_the_other(question) or said(question.text, "correcting") is not None


def without_other(question: Question) -> Question:
    """Return a question without the words that mean the other of two."""
    found = said(question.text, "other")
    return replace(question, text=blanked(question.text, *found.span()).strip()) if found else question


def means_further(question: Question) -> bool:
    """Tell whether a question asks for others beside what was told: "it has another French one?", "who else?"."""
    if said(question.text, "who_else"):
        return True
    return said(question.text, "further") is not None and refers_back(question)


def points_across(question: Question) -> bool:
    """Tell whether a question is about the other side of two: "à eux", 상대방."""
    return said(question.text, "across") is not None


def refers_back(question: Question) -> bool:
    """Tell whether a question has a word for what was spoken of: "it", "ils", 거기."""
    return _refers(question, "reference", "there")


def points_beside(question: Question) -> bool:
    """Tell whether a question is about what lies near what it names: "the one near Seoul"."""
    return bool(said(question.text, "near") or _markers()["near_after"].search(bare(question.text)))


def points_to_namesakes(question: Question) -> bool:
    """Tell whether a question knows that several places bear the name: "there are two, which one is in Gyeonggi?"."""
    return points_to_both(question) or says_several(question)


def says_several(question: Question) -> bool:
    """Tell whether a question says that several places bear the name, more than that both or each are meant.

    It may count them: "il y a plusieurs Saint-Pierre outre-mer".
    """
    counted = _markers()["counted"]
    return said(question.text, "namesakes") is not None or any(
        counted.search(bare(question.text[: mention.start])) for mention in question.places
    )


def pointing_across(text: str, *, abroad: bool) -> tuple[int, int] | None:
    """Return where words stand that mean the other country without naming it: "on their side", 상대국은요?

    With `abroad`, also those that mean a country which is not one's own: "over there", 그쪽은요?
    """
    kinds = ("opposite", "abroad") if abroad else ("opposite",)
    found = next((match for kind in kinds if (match := said(text, kind))), None)
    return found.span() if found else None


def compares(question: Question) -> bool:
    """Tell whether a question compares what was spoken of with what it names: "larger than Le Havre"."""
    return bool(said(question.text, "comparing") or _markers()["comparing_after"].search(bare(question.text)))


def only_compares(question: Question) -> bool:
    """Tell whether a question that compares says nothing else of what it names: "and is it more than Yeosu?"."""
    beside = content_beside(question, "comparing", "comparing_after", "reference", "beside_what_is")
    return compares(question) and all(attached(word) is not None for word in beside)  # 수영구랑


def _opening(text: str) -> re.Match[str] | None:
    """Return the words that a follow-up opens with, in the text without accents."""
    return _markers()["opening"].match(bare(text))


def marked(question: Question) -> bool:
    """Tell whether a question is worded as a follow-up: it opens like one, refers back, or says nothing by itself."""
    return bool(_opening(question.text)) or _refers(question, *_REFERRING) or asks_nothing_else(question)


def asks_nothing_else(question: Question, *kinds: str) -> bool:
    """Tell whether a question has no words but empty ones and those that ask, of which the rest is known.

    `kinds` are those of wordings (see `said`) that count for nothing as well.
    """
    return not {*(content_beside(question, *kinds) if kinds else content(question))} - _asking()


def words(text: str) -> int:
    """Return how many words a text has."""
    return len(WORD.findall(text))


def changes_subject(question: Question) -> bool:
    """Tell whether a follow-up names something new ("et les pompiers ?") and does not refer back ("qui le nomme ?")."""
    return bool(_opening(question.text)) and not _refers(question, *_REFERRING)


def content(question: Question) -> list[str]:
    """Return the words of a question that are neither names nor empty."""
    text = bare(question.text)
    for mention in (*question.places, *question.contacts):
        text = blanked(text, mention.start, mention.end)
    for (start, end), _code in reversed(countries.named(text)):
        text = text[:start] + " " + text[end:]
    return [word for word in WORD.findall(text) if not _is_empty(word)]


def content_beside(question: Question, *kinds: str) -> list[str]:
    """Return the words of content that a question has beside its wordings of some kinds (see `said`)."""
    text = bare(question.text)
    for match in whole_words(*_FILE, *kinds).finditer(text):
        text = blanked_said(text, *match.span())
    return content(replace(question, text=text))


def says_something(text: str) -> bool:
    """Tell whether a text has a word that carries content or names something."""
    return not all(map(_is_empty, WORD.findall(bare(text))))


def _is_empty(word: str) -> bool:
    """Tell whether a word carries no content, with or without what Korean puts at its end (요즘은)."""
    if word in _empty():
        return True
    stems = range(2, len(word)) if HANGUL.match(word) else ()
    return any(word[:end] in _empty() and attached(word[end:]) is not None for end in stems)


def definite(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a noun with its article stands if it is a definite one ("the métropole", 도 전체는), else None."""
    folded = bare(text)
    article = _markers()["definite"].search(folded, 0, start)
    after = _markers()["definite_after"].match(folded, end)
    if article is None and (after is None or _markers()["which"].search(folded, 0, start)):
        return None
    return (article.start() if article else start), end


def without_opening(question: Question) -> str:
    """Return the text of a question without the words that a follow-up opens with."""
    match = _opening(question.text)
    return question.text[match.end() :].strip(" ,") if match else question.text
