"""Sentences say numbers as people read them, and refusals keep their sentence wherever they travel."""

import ast
import pickle
from datetime import date, datetime

import numpy as np
import pytest

from rnn_core import errors
from rnn_core.errors import RnnLabError, SpecError
from rnn_core.settings import PROJECT_FOLDER
from rnn_core.words import Amount, Sentence, decimals, show

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, RnnLabError)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (5.2765, "5.28"),
        (-5.2765, "-5.28"),
        (0.000312, "0.000312"),
        (349.1, "349"),
        (1_234_567.8, "1,234,568"),
        (float("nan"), "–"),
        (float("-inf"), "–"),
        (np.float64(5.2765), "5.28"),
        (1200, "1,200"),
        (True, "True"),
        (date(2021, 1, 4), "2021-01-04"),
        (datetime(2021, 1, 4, 15, 30), "2021-01-04"),
        ("High", "High"),
    ],
)
def test_values_are_shown_as_people_write_them(value: object, text: str) -> None:
    assert show(value) == text


@pytest.mark.parametrize("value", [0.0, float("nan"), float("inf")])
def test_what_has_no_size_needs_no_digits_after_the_point(value: float) -> None:
    assert decimals(value) == 0


def test_an_amount_without_a_unit_is_the_number_alone() -> None:
    assert (str(Amount(5.2765)), str(Amount(float("nan")))) == ("5.28", "–")


def test_an_amount_and_its_unit_stay_on_one_line() -> None:
    assert str(Amount(5.2765, "USD")).split() == ["5.28", "USD"]


def test_a_sentence_fills_in_its_values_and_keeps_its_template() -> None:
    sentence = Sentence("miss", "{name} misses by {rmse}.", {"name": "{GRU}", "rmse": Amount(0.5)})
    assert str(sentence) == "{GRU} misses by 0.500."
    assert sentence.template == "{name} misses by {rmse}."


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_refusal_survives_the_way_to_another_process(kind: type[RnnLabError]) -> None:
    error = kind("too_few", "The file has {rows} rows.", rows=1200)
    back = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(back) is kind
    assert (back.code, str(back), back.sentence) == ("too_few", "The file has 1,200 rows.", error.sentence)


def test_every_refusal_is_caught_as_one_of_the_house() -> None:
    with pytest.raises(RnnLabError, match="Choose another"):
        raise SpecError("bad", "Choose another.")


def plain_templates(tree: ast.AST) -> list[int]:
    """The lines where a name that is used as a template was given words which nobody has marked for translation."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [line for function in functions for line in _plain_in(function)]


def _plain_in(function: ast.FunctionDef) -> list[int]:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and len(node.args) > 1]
    makers = [
        call for call in calls if isinstance(call.func, ast.Name) and call.func.id.endswith(("Sentence", "Error"))
    ]
    used = {call.args[1].id for call in makers if isinstance(call.args[1], ast.Name)}
    given = [
        node for node in ast.walk(function) if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    ]
    return [node.lineno for node in given if {getattr(one, "id", "") for one in node.targets} & used]


def test_a_template_that_waits_under_a_name_is_marked_for_translation() -> None:
    folder = PROJECT_FOLDER / "rnn_core"
    found = {str(file): plain_templates(ast.parse(file.read_text("utf-8"))) for file in folder.rglob("*.py")}
    assert {file: lines for file, lines in found.items() if lines} == {}
    wrong = 'def f():\n    said = "Plain."\n    return Sentence("a", said)\n'
    assert plain_templates(ast.parse(wrong)) == [2]
