"""What the model says without scikit-learn is what scikit-learn says."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from labeling.suggestions.learned import from_bytes, to_bytes
from labeling.suggestions.learned.arrays import logistic
from labeling.suggestions.learned.features import describe
from labeling.suggestions.rules import standard_rules
from tests.suggestions.learned.storms import LESSONS, trained


def test_probabilities_are_those_of_scikit_learn() -> None:
    model = from_bytes(to_bytes(trained().model))
    vectors, truth, odds = [], list[int | None](), []
    for lesson in LESSONS:
        described = describe(standard_rules(), lesson.text, lesson.sentences)
        for labels, of_sentence in list(zip(lesson.labels, described, strict=True))[1:]:
            value, places, values = model.log_odds(of_sentence.names)
            vectors.append((places, values))
            truth.append(labels["weather"])
            odds.append(value[0])
    indices = np.concatenate([places for places, _ in vectors])
    ends = np.cumsum([0, *(len(places) for places, _ in vectors)])
    shape = len(vectors), len(model.vocabulary.names)
    rows = csr_matrix((np.concatenate([values for _, values in vectors]), indices, ends), shape=shape)
    settled = [number for number, value in enumerate(truth) if value is not None]
    regression = LogisticRegression(class_weight="balanced", solver="liblinear", max_iter=200, random_state=0)
    regression.fit(rows[settled], [truth[number] for number in settled])
    expected = regression.predict_proba(rows)[:, 1]
    np.testing.assert_allclose(logistic(np.array(odds)), expected, rtol=0, atol=1e-9)
    assert expected.min() < 0.3
    assert expected.max() > 0.7


def test_blocks_that_are_weighed_have_a_fixed_length() -> None:
    model = trained().model
    lesson = LESSONS[0]
    for of_sentence in describe(standard_rules(), lesson.text, lesson.sentences):
        places, values = model.vocabulary.vector(of_sentence.names)
        for prefix, factor in (("w=", 2.0), ("c=", 1.0)):
            inside = [model.vocabulary.names[place].startswith(prefix) for place in places]
            np.testing.assert_allclose(np.linalg.norm(values[inside]), factor)
