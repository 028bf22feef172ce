from __future__ import annotations

import numpy as np

from index.ranking.centring import centre, language_means
from knowledge.text import LANGUAGES

RNG = np.random.default_rng(7)


def unit(rows: int, dimension: int = 16) -> np.ndarray:
    vectors = RNG.normal(size=(rows, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_centring_removes_what_a_language_has_in_common() -> None:
    shared = {language: unit(1)[0] * 3 for language in LANGUAGES}
    tongues = np.array([0, 0, 1, 1, 2, 2])
    vectors = np.stack([shared[LANGUAGES[t]] for t in tongues]) + unit(6)
    centred = centre(vectors, tongues, language_means(vectors, tongues))
    assert np.allclose(np.linalg.norm(centred, axis=1), 1, atol=1e-5)
    assert np.abs(centred[tongues == 0].mean(axis=0)).max() < 0.2


def test_a_language_without_a_mean_is_left_as_it_is() -> None:
    vector = unit(1)
    assert np.allclose(centre(vector, np.array([1]), {}), vector, atol=1e-6)
