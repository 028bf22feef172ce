"""Which language the answer takes: French, Korean or English, from one short message.

The evidence, strongest first: the script, function words, the spelling of the other words, then the language of the
person's last message and of their application; what is still open takes the caller's default. Names of places and the
terms of both administrations stand in questions of all three languages, so they decide nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.words.profiles import LATIN, Evidence, profiles
from knowledge.text import LANGUAGES, Language

Verdict = Language | Literal["unsupported"] | None

# A language shows in the first sentences of a message; the rest costs time only.
_READ = 2_000

# The margins below are differences of logarithms of likelihoods: 3 is about the weight of one function word.
_CERTAIN = 1.5
# French terms lean towards French ("téléphone mairie"), but no number of them decides.
_TERM_LEAN, _TERM_LIMIT = 0.5, 1.0
# How much likelier than French and English another language has to be, since a wrong refusal costs a question: with
# two words of its own or a greeting, with one, by its spelling alone (then in four words or more).
_OTHER_BY_WORDS, _OTHER_BY_WORD, _OTHER_BY_SPELLING = 4.0, 15.0, 20.0
_OTHER_LEAST_WORDS = 4
# Romanised Korean is spelled like these two, so their spelling alone refuses nobody.
_LIKE_ROMANISED_KOREAN = frozenset({"id", "vi"})

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_SYLLABLES = re.compile("[\uac00-\ud7a3]+")
_OTHER = re.compile(rf"[^\W\d_{_LATIN}{_HANGUL.pattern[1:-1]}]")
_HAN = re.compile("[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_CHINESE = re.compile("[的是了在吗嗎什么麼谁誰哪你我们們这這请請怎几幾为為谢謝个個有]")

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-~]{1,500}"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|(?<![\w./-])(?:[\w-]{1,63}\.){1,5}(?:fr|kr|com|org|net|eu|info)(?![\w.])(?:/[!-~]{0,500})?",
    re.ASCII | re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<!\w)@[A-Za-z0-9_]{1,64}|(?<!\S)/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{1,64})?")
_CITED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’|(?<!\w)'[^']+'(?!\w)|\([^()]{3,}\)")

_CHUNK = re.compile(rf"[¿¡]|(?<!\d)[{_LATIN}'’]+(?:-[{_LATIN}'’]+)*")
_PIECE = re.compile(
    r"(?:qu|jusqu|lorsqu|puisqu|quelqu|[dns]ell|d?all|sull|quest|com|cos|dov|un|[cdjlmnsty])'(?=\w)"
    r"|'(?:s|t|re|ve|ll|d|m)(?!\w)|[^\W\d_]+|[¿¡]",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;¿¡«»“”\"()\[\]\n/])\s*$")
_LINKS = frozenset({"de", "du", "des", "d'", "la", "l'", "le", "les"})
_UNITS = frozenset({"gu", "si", "do", "gun", "dong", "eup", "myeon", "ri", "ro", "gil"})

# What French alone sets off by a space.
_SPACED = re.compile(r"\w\s[?!:;](?!\S)")
# What English alone has after a name.
_POSSESSIVE = re.compile(r"\w['’]s(?!\w)")
# A Korean particle glued to a Latin word or a quotation: only Korean does that.
_GLUED = re.compile(
    rf"[{_LATIN}\"'»”)](?:은|는|이|가|을|를|의|와|과|랑|로|으로|에|란|만|부터|까지|보다|처럼|하고|엔|나|인|야|냐|입니다|예요|라는|씨|님|께)"
)
_PREDICATE = re.compile(
    "^(?:뭐|뭔|무엇|누구|누가|어디|언제|어떻게|얼마|몇|왜|어느|어떤|무슨)"
    "|(?:요|까|니다|냐|죠|줘|려면|는지|은지|인가|이야|거야|[있없했됐싶]어|맞아|돼|좀|고마워)$"
)
# What a French or English question about Korea cites: kinds of government, their heads and offices, names of places.
_CITED_KOREAN = re.compile(
    "(?:특별자치|광역|특별|특례|자치|일반)?[시군구도읍면동리]|시군구|읍면동|(?:도|시)?지사|시장|군수"
    "|[구시군도]청장?|[읍면동]장|..+[시군구도읍면동]"
)


@dataclass(frozen=True)
class Detection:
    """The language an answer takes.

    `supported` is False where the message is in a language that Guichet does not speak; `language` is then the best
    guess for saying so. `certain` is False where the words of the message left it open, `defaulted` is True where
    nothing else decided it either.
    """

    language: Language
    supported: bool
    certain: bool
    defaulted: bool = False


def detect(
    text: str,
    *,
    user_language: str | None = None,
    last: Language | None = None,
    default: Language = "fr",
    mask: Callable[[str], str] | None = None,
) -> Detection:
    """Return the language in which to answer a message; deterministic, and no text makes it raise.

    `user_language` is the BCP 47 tag of the person's application, `last` the language of their last message, `mask` a
    function that blanks names of places and terms of the glossary in an NFC text. The first 2,000 characters are read.
    A message that leaves it open takes `last`, then `user_language`, then what its order and spacing tell, then
    `default`; one in an unsupported language takes `user_language` first, since it has just left the language of the
    last message.
    """
    clean = _HANDLE.sub(" ", _ADDRESS.sub(" ", unicodedata.normalize("NFC", text[:_READ])))
    # NFKC for full-width and mathematical letters; the mask sees the text as people see it.
    visible = unicodedata.normalize("NFKC", clean if mask is None else mask(clean))[:_READ]
    tag = re.split("[-_]", (user_language or "").strip(), maxsplit=1)[0].lower()
    application = next((language for language in LANGUAGES if language == tag), None)
    verdict = _verdict(visible, tag, has_hangul=_HANGUL.search(clean) is not None)
    if verdict == "unsupported":
        return Detection(application or last or default, supported=False, certain=True)
    if verdict is None:
        told = last or application or _by_form(clean, visible)
        return Detection(told or default, supported=True, certain=False, defaulted=told is None)
    return Detection(verdict, supported=True, certain=True)


def _by_form(text: str, visible: str) -> Language | None:
    """Return the language that words which both have are put together in.

    French has a space before the question mark; it puts a name behind ("population Jinju"), English before the word
    ("Gapyeong population"), unless that is a French term ("Grenoble site mairie"). None where neither shows.
    """
    if _SPACED.search(text):
        return "fr"
    if _POSSESSIVE.search(text):
        return "en"
    if _without_terms(_words(visible))[1]:
        return "fr"
    words, left = text.split(), visible.split()
    if not left:
        return None
    name_first, name_last = words[0] != left[0], words[-1] != left[-1]
    return None if name_first == name_last else "en" if name_first else "fr"


def _verdict(visible: str, tag: str, *, has_hangul: bool) -> Verdict:
    """Return the language of the masked text, or None where it is open; `has_hangul` is about the text unmasked."""
    uncited = _CITED.sub("”", visible)
    if len(_CHUNK.findall(uncited)) >= 2 or _HANGUL.search(uncited):
        visible = uncited
    words, french_terms = _without_terms(_words(visible))
    evidence = profiles().evidence(words, names_only=_is_title(visible))
    latin = _latin(evidence, french_terms, tag)
    others = _OTHER.findall(visible)
    if has_hangul and len(others) <= len(_HANGUL.findall(visible)):
        return _beside_hangul(visible, latin, evidence)
    has_clause = latin is not None and latin in evidence.clause
    if others and not has_clause and _is_other_script(visible, others, tag):
        return "unsupported"
    return latin


def _is_other_script(visible: str, others: list[str], tag: str) -> bool:
    """Tell whether letters neither Latin nor Hangul are the message, not a symbol or a name in Chinese characters."""
    if len(_HAN.findall(visible)) == len(others):
        return len(others) >= 4 or _CHINESE.search(visible) is not None or tag in ("zh", "ja")
    return len(others) >= 2


def _is_mixed(text: str) -> bool:
    """Tell whether capitals mean something in the text, which is not in capitals throughout."""
    return 4 * sum(map(str.islower, text)) >= sum(map(str.isupper, text))


def _is_title(text: str) -> bool:
    """Tell whether all words are capitalised without being in capitals throughout: names, or a title."""
    chunks = _CHUNK.findall(text)
    return _is_mixed(text) and not any(chunk.strip("'’")[:1].islower() for chunk in chunks)


def _words(text: str) -> Iterator[str]:
    """Yield the words in lower case, without those that their capitals show to be names or acronyms."""
    lexicon = profiles().lexicon
    mixed = _is_mixed(text)
    title = _is_title(text)
    for match in _CHUNK.finditer(text):
        chunk = match.group().replace("’", "'").strip("'")
        if lexicon.is_term(chunk.lower()):
            yield chunk.lower()
        elif not _is_compound_name(chunk, mixed=mixed):
            starts = _SENTENCE_START.search(text, max(0, match.start() - 4), match.start()) is not None
            for piece in _PIECE.findall(chunk):
                word = piece.lower()
                if not mixed or lexicon.is_term(word) or not _is_name(piece, starts=starts or title):
                    yield word


def _is_compound_name(chunk: str, *, mixed: bool) -> bool:
    """Tell "Jongno-gu" and "Saint-Denis" from "est-ce"."""
    _, *rest = chunk.split("-")
    return bool(rest) and (rest[-1].lower() in _UNITS or (mixed and any(part[:1].isupper() for part in rest)))


def _is_name(piece: str, *, starts: bool) -> bool:
    """Tell whether the capitals of a word make it an acronym, or, where no sentence starts, a name."""
    letters = piece.strip("'")
    if letters == piece.lower().strip("'") or piece == "I":
        return False
    if len(letters) > 1 and not letters[1:].islower():
        return True
    kinds = profiles().lexicon.kinds(piece.lower())
    # German nouns have capitals inside the sentence: what only other languages list is no name.
    return not starts and (not kinds or "fr" in kinds or "en" in kinds)


def _without_terms(words: Iterable[str]) -> tuple[list[str], int]:
    """Return the words without the terms and what joins them ("communauté de communes"), and how many are French."""
    lexicon = profiles().lexicon
    kept: list[str] = []
    links: list[str] = []
    french_terms = 0
    after_french = False
    for word in words:
        if lexicon.is_term(word):
            after_french = lexicon.is_french_term(word)
            french_terms += after_french
            links.clear()
        elif after_french and word in _LINKS:
            links.append(word)
        elif after_french and not links and not word.isascii() and not lexicon.kinds(word):
            continue  # the end of a term: "conseil syndical délégué"
        else:
            kept += [*links, word]
            links.clear()
            after_french = False
    return kept + links, french_terms


def _latin(evidence: Evidence, french_terms: int, tag: str) -> Verdict:
    """Return what the words in Latin letters say."""
    if _is_other_latin(evidence, tag):
        return "unsupported"
    lean = evidence.lean + min(french_terms * _TERM_LEAN, _TERM_LIMIT)
    if abs(lean) < _CERTAIN:
        return None
    return "fr" if lean > 0 else "en"


def _is_other_latin(evidence: Evidence, tag: str) -> bool:
    """Tell whether a language that Guichet does not speak is far likelier than French and English."""
    best = int(evidence.likelihoods[2:].argmax()) + 2
    language = LATIN[best]
    margin = float(evidence.likelihoods[best] - evidence.likelihoods[:2].max())
    own = evidence.own.get(language, 0) + evidence.foreign_letters
    if own >= 2 or (own and (tag == language or (evidence.words <= 2 and language in evidence.greeting))):
        return margin >= _OTHER_BY_WORDS
    if own:
        return margin >= _OTHER_BY_WORD
    # Faults make French look like its neighbours ("Numero de l'embassade"), but for small words that they have not.
    enough = evidence.words >= _OTHER_LEAST_WORDS and language not in _LIKE_ROMANISED_KOREAN
    enough = enough and not evidence.unshared.get(language)
    return enough and margin >= _OTHER_BY_SPELLING


def _beside_hangul(visible: str, latin: Verdict, evidence: Evidence) -> Verdict:
    """Return Korean unless the sentence around Korean words is in another language ("C'est quoi un 구 ?")."""
    if latin is None or _GLUED.search(visible):
        return "ko"
    if latin == "unsupported":
        clause = listed = sum(evidence.own.values())
    else:
        clause = evidence.clause.get(latin, 0)
        listed = clause + evidence.phrase.get(latin, 0)
    chunks = _SYLLABLES.findall(visible)
    predicates = [chunk for chunk in chunks if _PREDICATE.search(chunk)]
    korean = len(predicates) + sum(
        1 for chunk in chunks if not _PREDICATE.search(chunk) and not _CITED_KOREAN.fullmatch(chunk)
    )
    if not predicates:
        return latin if not korean or clause or listed > korean else "ko"
    # One Korean word with an ending may be cited ("What does 안녕하세요 mean?"); more of them are a sentence.
    return latin if clause and listed > (1 if korean == 1 else 2 * korean) else "ko"
