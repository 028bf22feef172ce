"""The network of multilingual-e5-small as one ONNX model, its weights still in 4 bits.

Inputs: `input_ids`, `attention_mask`, int64, shape (texts, tokens). Output: `sentence_embedding`, float32, shape
(texts, dimension): the mean over the tokens of the mask, of length 1.
The graph uses onnxruntime's own operators (domain com.microsoft), so onnxruntime is what runs it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from index.model.weights import BLOCK, Blocks, Weights

OUTPUT = "sentence_embedding"
_MICROSOFT = "com.microsoft"
# With 4, activations are rounded to int8 before each product: half the time of float32 for one question, at a
# cosine of 0.9998 or more to it.
_ACCURACY = 4


def onnx_model(weights: Weights) -> onnx.ModelProto:
    """Return the ONNX model of the weights."""
    graph = _Graph(weights)
    hidden = graph.embeddings()
    for layer in range(weights.architecture.num_hidden_layers):
        hidden = graph.layer(f"l{layer}.", hidden)
    graph.pool(hidden)
    return graph.finished()


class _Graph:
    """Nodes and constants of the graph while it is built; its methods return the name of what they compute."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []
        self._mask = self._node("Cast", "attention_mask", to=TensorProto.INT32)

    def embeddings(self) -> str:
        """Add words, positions and the one token type, normalised: (texts, tokens, hidden)."""
        arrays = self._weights.arrays
        positions = self._constant(arrays["emb.pos"] + arrays["emb.type"][0])
        zero, length = self._constant(np.array([0], np.int64)), self._node("Shape", "input_ids", start=1, end=2)
        used = self._node("Slice", positions, zero, length, zero)
        summed = self._node("Add", self._words(self._weights.matrices["emb.word"]), used)
        return self._node(
            "LayerNormalization",
            summed,
            self._array("emb.ln.w"),
            self._array("emb.ln.b"),
            axis=-1,
            epsilon=self._weights.architecture.layer_norm_eps,
        )

    def layer(self, prefix: str, hidden: str) -> str:
        """Add one transformer layer on `hidden` (texts, tokens, hidden)."""
        query, key, value = (self._product(hidden, f"{prefix}{part}.w") for part in "qkv")
        bias = self._constant(np.concatenate([self._weights.arrays[f"{prefix}{part}.b"] for part in "qkv"]))
        heads = self._weights.architecture.num_attention_heads
        attended = self._microsoft("MultiHeadAttention", query, key, value, bias, self._mask, num_heads=heads)
        output = self._product(attended, f"{prefix}ao.w")
        hidden = self._added_and_normalised(output, hidden, f"{prefix}ao", f"{prefix}aln")
        inner = self._microsoft("BiasGelu", self._product(hidden, f"{prefix}fi.w"), self._array(f"{prefix}fi.b"))
        return self._added_and_normalised(self._product(inner, f"{prefix}fo.w"), hidden, f"{prefix}fo", f"{prefix}oln")

    def pool(self, hidden: str) -> None:
        """Add the mean over the tokens that are no padding, and scale it to length 1."""
        tokens = self._constant(np.array([1], np.int64))
        mask = self._node("Cast", "attention_mask", to=TensorProto.FLOAT)
        weights = self._node("Unsqueeze", mask, self._constant(np.array([2], np.int64)))
        total = self._node("ReduceSum", self._node("Mul", hidden, weights), tokens, keepdims=0)
        mean = self._node("Div", total, self._node("ReduceSum", weights, tokens, keepdims=0))
        self._append("LpNormalization", "", (mean,), OUTPUT, {"axis": -1, "p": 2})

    def finished(self) -> onnx.ModelProto:
        size = self._weights.architecture.hidden_size
        graph = helper.make_graph(
            self._nodes,
            "multilingual-e5-small",
            [
                helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"])
                for name in ("input_ids", "attention_mask")
            ],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["texts", size])],
            self._constants,
        )
        imports = [helper.make_opsetid("", 21), helper.make_opsetid(_MICROSOFT, 1)]
        return helper.make_model(graph, ir_version=10, opset_imports=imports)

    def _words(self, words: Blocks) -> str:
        # Signed 4-bit values there, from -8 to 7: the top bit is turned.
        name = f"constant_{len(self._constants)}"
        data = _packed(words.values ^ np.uint8(8)).tobytes()
        self._constants.append(helper.make_tensor(name, TensorProto.INT4, words.values.shape, data, raw=True))
        scales = self._constant(words.scales)
        return self._microsoft(
            "GatherBlockQuantized", name, "input_ids", scales, gather_axis=0, quantize_axis=1, block_size=BLOCK
        )

    def _product(self, left: str, name: str) -> str:
        matrix = self._weights.matrices[name]
        rows, columns = matrix.values.shape
        data = self._constant(_packed(matrix.values).reshape(rows, columns // BLOCK, BLOCK // 2))
        scales = self._constant(matrix.scales.reshape(-1))
        product = self._microsoft(
            "MatMulNBits", left, data, scales, K=columns, N=rows, bits=4, block_size=BLOCK, accuracy_level=_ACCURACY
        )
        added = self._weights.factors.get(name)
        if added is None:
            return product
        narrow = self._node("MatMul", left, self._constant(added.down.T))
        return self._node("Add", product, self._node("MatMul", narrow, self._constant(added.up.T)))

    def _added_and_normalised(self, update: str, hidden: str, bias: str, norm: str) -> str:
        return self._microsoft(
            "SkipLayerNormalization",
            update,
            hidden,
            self._array(f"{norm}.w"),
            self._array(f"{norm}.b"),
            self._array(f"{bias}.b"),
            epsilon=self._weights.architecture.layer_norm_eps,
        )

    def _array(self, name: str) -> str:
        return self._constant(self._weights.arrays[name])

    def _constant(self, value: NDArray[np.float32] | NDArray[np.int64] | NDArray[np.uint8]) -> str:
        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def _node(self, operator: str, *inputs: str, **attributes: Any) -> str:
        return self._append(operator, "", inputs, f"value_{len(self._nodes)}", attributes)

    def _microsoft(self, operator: str, *inputs: str, **attributes: Any) -> str:
        return self._append(operator, _MICROSOFT, inputs, f"value_{len(self._nodes)}", attributes)

    def _append(
        self, operator: str, domain: str, inputs: tuple[str, ...], output: str, attributes: dict[str, Any]
    ) -> str:
        name = f"node_{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, inputs, [output], name=name, domain=domain, **attributes))
        return output


def _packed(values: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Put two values in a byte, the one of the even column in its low half."""
    return values[:, ::2] | (values[:, 1::2] << np.uint8(4))
