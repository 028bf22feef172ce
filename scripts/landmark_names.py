"""What landmarks of Korea are called besides: in French by what they are, islands by their kind, airports in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SHORTEST_ISLAND = 4
"""Letters of an island's name without -do from which it may stand by its kind: Bigeum Island, not U Island."""
_SHORT = (("국제공항", "공항"),)
_NO_ISLANDS = ("반도", "철도", "궤도")
"""How names in 도 end that are a peninsula or a railway: the syllable says "island" of the others."""
_VOWELS = "AEIOU"


@dataclass(frozen=True, slots=True)
class Head:
    """What says of a landmark what it is: in English after its name, in French before; `others` are said for it."""

    english: str
    french: tuple[str, ...]
    others: tuple[str, ...] = ()


def further_names(english: Sequence[str], korean: str, heads: Sequence[Head]) -> list[str]:
    """Return what a landmark is called besides its names in English and its Korean one, none twice.

    Gimhae Airport is the aéroport de Gimhae and Gimhae International Airport too, 김해국제공항 is 김해공항, Bigeumdo is
    Bigeum Island and the île de Bigeum.
    """
    found = [name for one in english for name in _of(one, korean, heads)]
    found += [f"{korean.removesuffix(full)}{short}" for full, short in _SHORT if korean.endswith(full)]
    return [name for name in dict.fromkeys(found) if name not in (*english, korean)]


def _of(name: str, korean: str, heads: Sequence[Head]) -> Iterator[str]:
    island = name.removesuffix("do")
    if (
        korean.endswith("도")
        and not korean.endswith(_NO_ISLANDS)
        and island != name
        and len(island) >= _SHORTEST_ISLAND
        and " " not in name
    ):
        yield f"{island} Island"
        yield f"île {_of_name(island)}"
    for head in heads:
        own = name.removesuffix(f" {head.english}")
        if own == name or " " in own:  # what has more words is no bare name: Gimhae International
            continue
        yield from (f"{french} {_of_name(own)}" for french in head.french)
        yield from (f"{own} {other}" for other in head.others)
        return


def _of_name(name: str) -> str:
    """Return a name after the French preposition: de Gimhae, d'Incheon."""
    return f"d'{name}" if name[0] in _VOWELS else f"de {name}"
