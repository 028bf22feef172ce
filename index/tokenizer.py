"""The tokenizer of multilingual-e5-small as the `tokenizers` library reads it (tokenizer.json), and what it accepts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from index.weights import Weights

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
PAD_ID = SPECIAL.index("<pad>")
# A private-use character: stands in for U+FF5E while NFKC runs, see `_normalizer`.
_STAND_IN = "\ue000"

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def tokenizer_json(weights: Weights) -> str:
    """Return the tokenizer: SentencePiece unigrams with their scores, `<s>` and `</s>` around each text."""
    metaspace: Json = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    vocabulary: list[Json] = [[p, float(s)] for p, s in zip(weights.pieces, weights.scores, strict=True)]
    added: list[Json] = [_added(i, piece) for i, piece in enumerate(SPECIAL)]
    content: Json = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [*added, _added(weights.pieces.index("<mask>"), "<mask>")],
        "normalizer": {"type": "Sequence", "normalizers": list(_normalizer())},
        "pre_tokenizer": metaspace,
        "decoder": metaspace,
        "post_processor": _template(),
        "model": {"type": "Unigram", "unk_id": SPECIAL.index("<unk>"), "byte_fallback": False, "vocab": vocabulary},
    }
    return json.dumps(content, ensure_ascii=False)


def well_formed(text: str) -> str:
    """Return the text with surrogate pairs joined and lone surrogates replaced: tokenizers refuse them."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _added(identifier: int, piece: str) -> Json:
    return {
        "id": identifier,
        "content": piece,
        "single_word": False,
        "lstrip": False,
        "rstrip": False,
        "normalized": False,
        "special": True,
    }


def _normalizer() -> Iterable[Json]:
    """Yield the steps of SentencePiece's nmt_nfkc, which leaves U+FF5E alone where NFKC does not."""
    yield _replace("String", "\uff5e", _STAND_IN)
    yield {"type": "Nmt"}
    yield {"type": "NFKC"}
    yield _replace("String", _STAND_IN, "\uff5e")
    yield _replace("Regex", " {2,}", " ")


def _replace(kind: str, pattern: str, content: str) -> Json:
    return {"type": "Replace", "pattern": {kind: pattern}, "content": content}


def _template() -> Json:
    first, last = ({"SpecialToken": {"id": s, "type_id": 0}} for s in ("<s>", "</s>"))
    one, two = ({"Sequence": {"id": s, "type_id": 0}} for s in ("A", "B"))
    tokens: Json = {s: {"id": s, "ids": [SPECIAL.index(s)], "tokens": [s]} for s in ("<s>", "</s>")}
    return {
        "type": "TemplateProcessing",
        "single": [first, one, last],
        "pair": [first, one, last, last, two, last],
        "special_tokens": tokens,
    }
