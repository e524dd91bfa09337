"""One text, one answer: by Keras' own layers, the fast ones and in NumPy, whatever the text is padded to."""

from functools import cache
from itertools import product

import keras
import numpy as np
import pytest
import tensorflow as tf

from rnn_core.cells import CELLS
from rnn_core.errors import RecordError, SpecError
from rnn_core.learning.model_file import model_file
from rnn_core.learning.seeds import seeded
from rnn_core.text.sentiment import Judge, SentimentSpec
from rnn_core.text.sentiment.network import build_network
from rnn_core.text.sentiment.numbered import lengths_of
from rnn_core.text.vocabulary import FIRST, Numbers, Vocabulary

CLASSES, LONGEST = 3, 9
VOCABULARY = Vocabulary(tuple("abcdefgh"))
TEXTS = ("a b c d e f g h a", "h", "b unheard d", "c c c a b", "g f e d c b a")
SPECS = [
    SentimentSpec(cell=cell, bidirectional=both, attention=attention, units=3, embedding=4, by="words")
    for cell, both, attention in product(CELLS, (False, True), (False, True))
]


def name_of(spec: SentimentSpec) -> str:
    return f"{spec.cell}{'-both' * spec.bidirectional}{'-attention' * spec.attention}"


by_kind = pytest.mark.parametrize("spec", SPECS, ids=name_of)
# Those in which most can go wrong: two directions.
largest = pytest.mark.parametrize("spec", [one for one in SPECS if one.bidirectional], ids=name_of)


@cache
def network_of(spec: SentimentSpec, *, fast: bool = False) -> keras.Model:
    """A network whose weights are all large enough to matter."""
    with seeded(3):
        network = build_network(spec, len(VOCABULARY), CLASSES, fast=fast)
    generator = np.random.default_rng(5)
    network.set_weights([generator.normal(0, 0.8, one.shape) for one in network.get_weights()])
    return network


def judge_of(spec: SentimentSpec) -> Judge:
    return Judge.of(spec, "words", VOCABULARY, network_of(spec).get_weights())


def numbers_of(*texts: str, width: int = LONGEST) -> Numbers:
    found = np.zeros((len(texts), width), np.int32)
    for row, text in zip(found, texts, strict=True):
        encoded = VOCABULARY.encode(text.split())
        row[: len(encoded)] = encoded
    return found


def keras_says(spec: SentimentSpec, numbers: Numbers, *, fast: bool = False) -> np.ndarray:
    return np.asarray(network_of(spec, fast=fast)(numbers, training=False))


@by_kind
def test_a_text_gets_the_same_probabilities_whatever_it_is_padded_to(spec: SentimentSpec) -> None:
    short, middle = TEXTS[1], TEXTS[2]
    numpy, fast, keras_own = (
        judge_of(spec).probabilities,
        lambda numbers: keras_says(spec, numbers, fast=True),
        lambda numbers: keras_says(spec, numbers),
    )
    for say in (numpy, fast, keras_own):
        beside_others = say(numbers_of(*TEXTS[:3], width=12))
        assert np.allclose(say(numbers_of(short, middle, width=3)), beside_others[1:], atol=1e-6)


@by_kind
def test_numpy_and_the_fast_layers_say_what_keras_says(spec: SentimentSpec) -> None:
    numbers = numbers_of(*TEXTS)
    expected = keras_says(spec, numbers)
    assert np.ptp(expected, axis=0).max() > 0.01
    assert np.allclose(judge_of(spec).probabilities(numbers), expected, atol=1e-5)
    assert np.allclose(keras_says(spec, numbers, fast=True), expected, atol=1e-5)


@by_kind
def test_what_is_thought_after_each_word_is_what_is_thought_of_the_text_up_to_there(spec: SentimentSpec) -> None:
    words = TEXTS[0].split()
    reading = judge_of(spec).read(TEXTS[0])
    beginnings = numbers_of(*(" ".join(words[: place + 1]) for place in range(len(words))))
    assert np.allclose(reading.after, keras_says(spec, beginnings), atol=1e-5)
    assert np.array_equal(reading.probabilities, reading.after[-1])
    assert reading.tokens == tuple(words)


@by_kind
def test_attention_is_shared_out_among_the_words_as_in_keras(spec: SentimentSpec) -> None:
    reading = judge_of(spec).read(TEXTS[4])
    if not spec.attention:
        assert reading.attention is None
        return
    network, numbers = network_of(spec), numbers_of(TEXTS[4])
    softmax = next(one for one in network.layers if isinstance(one, keras.layers.Softmax))
    shares = np.asarray(keras.Model(network.input, softmax.output)(numbers))[0, :, 0]
    count = lengths_of(numbers)[0]
    assert reading.attention == pytest.approx(shares[:count], abs=1e-5)
    assert reading.attention.sum() == pytest.approx(1.0)
    assert (shares[count:] == 0).all()


@largest
def test_the_fast_layers_learn_what_keras_learns(spec: SentimentSpec) -> None:
    numbers, labels = numbers_of(*TEXTS), np.array([0, 1, 2, 0, 1])
    found = []
    for fast in (False, True):
        network = network_of(spec, fast=fast)
        with tf.GradientTape() as tape:
            said = network(numbers, training=True)
            loss = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(labels, said))
        slopes = tape.gradient(loss, [one.value for one in network.trainable_variables])
        found.append([np.asarray(tf.convert_to_tensor(one)) for one in slopes])
    for slow, quick in zip(*found, strict=True):
        assert np.abs(slow).max() > 1e-4
        assert np.allclose(slow, quick, atol=1e-5)


@largest
def test_fresh_networks_of_both_kinds_are_the_same(spec: SentimentSpec) -> None:
    dropping = spec.change(dropout=0.3, recurrent_dropout=0.3)
    fresh = []
    for fast in (False, True):
        with seeded(4):
            fresh.append(build_network(dropping, len(VOCABULARY), CLASSES, fast=fast))
    for one, other in zip(fresh[0].variables, fresh[1].variables, strict=True):
        assert np.array_equal(one.numpy(), other.numpy())


def test_the_file_of_a_network_holds_keras_own_layers_alone(tmp_path: object) -> None:
    spec = SPECS[-1]
    path = f"{tmp_path}/network.keras"
    with open(path, "wb") as file:
        file.write(model_file(network_of(spec)))
    loaded = keras.saving.load_model(path)
    assert all(type(layer).__module__.startswith("keras.") for layer in loaded.layers)
    numbers = numbers_of(*TEXTS)
    asked = keras.Model(loaded.inputs[0], loaded.outputs[0])
    assert np.allclose(asked(numbers), keras_says(spec, numbers), atol=1e-6)


def test_words_that_nobody_learnt_are_told_and_only_the_beginning_is_read() -> None:
    spec = SPECS[0].change(longest=2)
    reading = judge_of(spec).read("A unheard-of thing")
    assert (reading.tokens, reading.known) == (("a", "unheard"), (True, False))


def test_a_text_without_a_word_is_refused() -> None:
    with pytest.raises(SpecError) as refused:
        judge_of(SPECS[0]).read(" \n ")
    assert refused.value.code == "nothing_to_read"


def test_a_long_text_is_judged_in_pieces_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = judge_of(SPECS[-1])
    whole = judge.read(TEXTS[0])
    monkeypatch.setattr("rnn_core.text.sentiment.model._MOST_WORDS", 20)
    assert np.allclose(judge.read(TEXTS[0]).after, whole.after, atol=1e-6)


@pytest.mark.parametrize("spec", SPECS[:2])
def test_weights_of_another_network_or_without_numbers_are_refused(spec: SentimentSpec) -> None:
    weights = network_of(spec).get_weights()
    for wrong in ((), weights[:-1], weights[::-1], [*weights[1:], weights[0]]):
        with pytest.raises(RecordError) as refused:
            Judge.of(spec, "words", VOCABULARY, wrong)
        assert refused.value.code == "other_sentiment_weights"
    lost = [np.full_like(one, np.nan) for one in weights]
    with pytest.raises(RecordError) as refused:
        Judge.of(spec, "words", VOCABULARY, lost)
    assert refused.value.code == "lost_sentiment_weights"


def test_numbers_of_symbols_begin_after_padding_and_the_unknown() -> None:
    assert numbers_of("a unheard", width=3).tolist() == [[FIRST, 1, 0]]
