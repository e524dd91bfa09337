"""What decides a character model: its bounds, and the name that all of it makes."""

from typing import Any

import pytest

from rnn_core.errors import SpecError
from rnn_core.text.passage import Passage
from rnn_core.text.write.spec import WriteSpec
from tests.text.write.small import passage_of

OTHERS: dict[str, Any] = {
    "cell": "LSTM",
    "units": 64,
    "layers": 2,
    "embedding": 16,
    "dropout": 0.2,
    "window": 32,
    "batch_size": 32,
    "epochs": 3,
    "learning_rate": 0.002,
    "schedule": "constant",
    "clip_norm": 0.0,
    "seed": 2,
    "kept_back": 0.2,
    "most_symbols": 500,
}


def test_every_setting_but_the_kind_can_be_another() -> None:
    assert {*OTHERS, "kind"} == set(WriteSpec.model_fields)


@pytest.mark.parametrize("name", OTHERS)
def test_every_setting_is_part_of_the_name(name: str) -> None:
    assert WriteSpec.make(**{name: OTHERS[name]}).key(passage_of()) != WriteSpec().key(passage_of())


def test_the_text_is_part_of_the_name_and_what_it_is_called_is_not() -> None:
    text = passage_of().text
    assert WriteSpec().key(Passage("other", text, "built_in")) == WriteSpec().key(passage_of())
    assert WriteSpec().key(passage_of(text + ".")) != WriteSpec().key(passage_of())


@pytest.mark.parametrize(("name", "value"), [("cell", "Transformer"), ("units", 0), ("layers", 4), ("window", 1)])
def test_settings_out_of_bounds_are_refused(name: str, value: Any) -> None:
    with pytest.raises(SpecError):
        WriteSpec.make(**{name: value})
