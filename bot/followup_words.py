"""How a follow-up is worded: how it opens, what refers back, what leaves the subject, which words say something."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial

from bot.question import Question
from index.particles import attached
from knowledge import countries
from knowledge.text import HANGUL, bare, blanked
from knowledge.wordings import alternatives, whole_words, wordings

_EXISTS = re.compile(
    r"\b(?:is|are|was|were) there\b|\bthere (?:is|are|was|were)\b|\by (?:en )?a(?:[- ]t[- ]il)?\b|\bya\b"
)
"""What says that something exists, and refers to nothing: "are there", "il y a"."""
WORD = re.compile(r"[^\W_]+(?:'(?=[^\W\d_]))?")


@cache
def _markers() -> dict[str, re.Pattern[str]]:
    """Return patterns of how a follow-up begins, of what refers back, to a place found or to both of two."""
    forms = wordings("bot.texts", "followup.tsv")
    inside = partial(whole_words, "bot.texts", "followup.tsv")
    return {
        "opening": re.compile(rf"^(?:{alternatives(forms['opening'])})(?![^\W\d_가-힣])"),
        "reference": inside("reference", "there", "both", "each"),
        "there": inside("there"),
        "both": inside("both", "each"),
        "each": inside("each"),
        "namesakes": inside("both", "each", "namesakes"),
        "abroad": inside("abroad"),
        "opposite": inside("opposite"),
        "other": inside("other"),
        "correcting": inside("correcting"),
        "further": inside("further"),
        "who_else": inside("who_else"),
        "across": inside("across"),
        "back": inside("reference", "there"),
        "near": inside("near"),
        "near_after": re.compile(alternatives(forms["near_after"])),
        "comparing": inside("comparing"),
        "comparing_after": re.compile(alternatives(forms["comparing_after"])),
        "turning": re.compile(rf"^(?:{alternatives(forms['turning'])})(?![^\W\d_])[\s,.:;!–-]*"),
        "definite": re.compile(rf"(?<!\w)(?:{alternatives(forms['definite'])})\s*$"),
        "which": re.compile(rf"(?<!\w)(?:{alternatives(forms['which'])})\s*$"),
        "definite_after": re.compile(rf"\s?(?:{alternatives(forms['definite_after'])})(?!\w)"),
    }


@cache
def _empty() -> frozenset[str]:
    """Return the words that carry no content."""
    forms = wordings("bot.texts", "followup.tsv")
    parts = (part for form in forms["empty"] for part in WORD.findall(bare(form)))  # aujourd'hui is two
    return frozenset((*map(bare, (*forms["empty"], *forms["opening"])), *parts))


@cache
def _asking() -> frozenset[str]:
    """Return the words that ask but do not say of what."""
    return frozenset(map(bare, wordings("bot.texts", "followup.tsv")["asking"]))


def turned(text: str) -> str | None:
    """Return what is asked after words that leave what was spoken of ("autre question : …"), None without them."""
    match = _markers()["turning"].match(bare(text))
    rest = text[match.end() :] if match else ""
    return rest if WORD.search(rest) else None


def points_there(question: Question) -> bool:
    """Tell whether a question is about the place that the answer before gave: "that city", 거기."""
    return _markers()["there"].search(_EXISTS.sub(" ", bare(question.text))) is not None


def spans_there(text: str) -> list[tuple[int, int]]:
    """Return where words stand that mean a place told before, in the text without accents: "that province"."""
    return [match.span() for match in _markers()["there"].finditer(bare(text))]


def points_to_both(question: Question) -> bool:
    """Tell whether a question is about both of the two spoken of: "which of the two"."""
    return _markers()["both"].search(bare(question.text)) is not None


def points_to_each(question: Question) -> bool:
    """Tell whether a question asks the same of each of several: 각각 중심지는?"""
    return _markers()["each"].search(bare(question.text)) is not None


def means_the_other(question: Question) -> bool:
    """Tell whether a question is about another of one name than was taken: "no, the other one"."""
    return _markers()["other"].search(bare(question.text)) is not None


def corrects(question: Question) -> bool:
    """Tell whether a question sets right what was taken: "no, the one in …", "je voulais dire celle de …"."""
    return means_the_other(question) or _markers()["correcting"].search(bare(question.text)) is not None


def without_other(question: Question) -> Question:
    """Return a question without the words that mean the other of two."""
    found = _markers()["other"].search(bare(question.text))
    return replace(question, text=blanked(question.text, *found.span()).strip()) if found else question


def means_further(question: Question) -> bool:
    """Tell whether a question asks for others beside what was told: "it has another French one?", "who else?"."""
    text = bare(question.text)
    if _markers()["who_else"].search(text):
        return True
    return _markers()["further"].search(text) is not None and refers_back(question)


def points_across(question: Question) -> bool:
    """Tell whether a question is about the other side of two: "à eux", 상대방."""
    return _markers()["across"].search(bare(question.text)) is not None


def refers_back(question: Question) -> bool:
    """Tell whether a question has a word for what was spoken of: "it", "ils", 거기."""
    return _markers()["back"].search(_EXISTS.sub(" ", bare(question.text))) is not None


def points_beside(question: Question) -> bool:
    """Tell whether a question is about what lies near what it names: "the one near Seoul"."""
    text = bare(question.text)
    return any(_markers()[where].search(text) for where in ("near", "near_after"))


def points_to_namesakes(question: Question) -> bool:
    """Tell whether a question knows that several places bear the name: "there are two, which one is in Gyeonggi?"."""
    return _markers()["namesakes"].search(bare(question.text)) is not None


def pointing_across(text: str, *, abroad: bool) -> tuple[int, int] | None:
    """Return where words stand that mean the other country without naming it: "on their side", 상대국은요?

    With `abroad`, also those that mean a country which is not one's own: "over there", 그쪽은요?
    """
    kinds = ("opposite", "abroad") if abroad else ("opposite",)
    found = next((match for kind in kinds if (match := _markers()[kind].search(bare(text)))), None)
    return found.span() if found else None


def compares(question: Question) -> bool:
    """Tell whether a question compares what was spoken of with what it names: "larger than Le Havre"."""
    text = bare(question.text)
    return any(_markers()[where].search(text) for where in ("comparing", "comparing_after"))


def marked(question: Question) -> bool:
    """Tell whether a question is worded as a follow-up: it opens like one, refers back, or says nothing by itself."""
    text = bare(question.text)
    opening, reference = _markers()["opening"], _markers()["reference"]
    refers = reference.search(_EXISTS.sub(" ", text))
    return bool(opening.match(text) or refers or asks_nothing_else(question))


def asks_nothing_else(question: Question) -> bool:
    """Tell whether a question has no words but empty ones and those that ask, of which the rest is known."""
    return not {*content(question)} - _asking()


def words(text: str) -> int:
    """Return how many words a text has."""
    return len(WORD.findall(text))


def changes_subject(question: Question) -> bool:
    """Tell whether a follow-up names something new ("et les pompiers ?") and does not refer back ("qui le nomme ?")."""
    text = bare(question.text)
    return bool(_markers()["opening"].match(text)) and not _markers()["reference"].search(text)


def content(question: Question) -> list[str]:
    """Return the words of a question that are neither names nor empty."""
    text = bare(question.text)
    for mention in (*question.places, *question.contacts):
        text = blanked(text, mention.start, mention.end)
    for (start, end), _code in reversed(countries.named(text)):
        text = text[:start] + " " + text[end:]
    return [word for word in WORD.findall(text) if not _is_empty(word)]


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
    match = _markers()["opening"].match(bare(question.text))
    return question.text[match.end() :].strip(" ,") if match else question.text
