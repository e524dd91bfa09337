"""The script of a run with text, started where RNN Lab is not, says what RNN Lab says in NumPy."""

import ast
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.export.forms import FORMS
from rnn_core.export.text import sentiment, write
from rnn_core.export.text.rewrite import script_of
from rnn_core.text.corpora import load_examples
from rnn_core.text.examples import Examples
from rnn_core.text.rewrite import TASKS, answer
from rnn_core.text.sentiment.tokens import tokens_of
from rnn_core.text.vocabulary import Vocabulary
from rnn_core.text.write import Manner
from rnn_core.text.write import write as written_by
from tests.export.text.text_runs import judged, rewritten, text_run, written
from tests.export.text.text_script_cases import ASKED, CASES, LETTERS, Answered, ask_all
from tests.text.sentiment.reviews import reviews

HOSTILE = ['"""; import os; os.system("x") #', "'''\\", "{{ 7 * 7 }}", "a\u2028b\rc\x1b[31m", "\n\n# %%\nimport os"]


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Answered:
    return ask_all(tmp_path_factory.mktemp("text_scripts"))


def cases(kind: str) -> list[str]:
    return [case for case in CASES if case.startswith({"sentiment": "judge"}.get(kind, kind))]


@pytest.mark.engine
@pytest.mark.parametrize("case", cases("write"))
def test_a_script_goes_on_as_the_page_does(case: str, answered: Answered) -> None:
    run, said = answered.runs[case].run, answered.said[case]
    asked = ASKED["write"]
    texts = iter(said["texts"])
    for begin, found in zip(asked["begins"], said["probabilities"], strict=True):
        first = begin or ("\n" if "\n" in run.vocabulary.symbols else run.vocabulary.symbols[0])
        probabilities, _ = run.writer.read(run.vocabulary.encode(first))
        assert found == pytest.approx(probabilities.tolist(), abs=1e-6)
        for temperature in asked["temperatures"]:
            drawn = written_by(run.writer, run.vocabulary, begin, Manner(temperature=temperature), asked["seed"])
            assert next(texts) == "".join(one.symbol for one in islice(drawn, LETTERS))
    assert len(said["printed"]) == 301


@pytest.mark.engine
@pytest.mark.parametrize("case", cases("sentiment"))
def test_a_script_judges_as_the_page_does(case: str, answered: Answered) -> None:
    run, said = answered.runs[case].run, answered.said[case]
    for text, cut, found in zip(ASKED["sentiment"]["texts"], said["cut"], said["said"], strict=True):
        assert cut == tokens_of(text, run.data.way)
        assert list(found) == list(run.data.classes)
        assert list(found.values()) == pytest.approx(run.judge.read(text).probabilities.tolist(), abs=1e-6)
    first, *lines = said["printed"].splitlines()
    assert first == sentiment.OWN_EXAMPLES["zh" if run.data.language == "zh" else "en"]
    assert {line.split("  ")[-1] for line in lines} == set(run.data.classes)


@pytest.mark.engine
@pytest.mark.parametrize("case", cases("rewrite"))
def test_a_script_answers_as_the_page_does(case: str, answered: Answered) -> None:
    run, said = answered.runs[case].run, answered.said[case]
    spec = run.spec
    assert said["questions"] == [spec.what.clean(typed) for typed in ASKED["rewrite"][spec.task]]
    for question, text, chances in zip(said["questions"], said["answers"], said["next"], strict=True):
        assert text == answer(run.rewriter, question).text
        encoded = run.rewriter.encode([question])
        step = run.rewriter.step(encoded, encoded.begin, np.array([0], np.int32))
        for number in (1, 2, 3):
            step = run.rewriter.step(encoded, step.states, np.array([number], np.int32))
        assert chances == pytest.approx(np.exp(step.log_probabilities[0]).tolist(), abs=1e-6)
    assert said["printed"].startswith(f"{spec.what.examples[0]} -> ")


def test_together_the_cases_use_every_cell_and_task() -> None:
    runs = [make() for make in CASES.values()]
    for kind in ("write", "sentiment", "rewrite"):
        assert {one.run.spec.cell for one in runs if one.kind == kind} == set(CELLS)
    assert {one.run.spec.task for one in runs if one.kind == "rewrite"} == set(TASKS)


def shape(source: str) -> str:
    """The code of `source` whatever its texts say."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


def scripts() -> dict[str, str]:
    return {
        "write": write.script_of(text_run("write").run, text_run("write").data),
        "judge words": sentiment.script_of(text_run("sentiment").run, text_run("sentiment").data),
        "judge characters": sentiment.script_of(*by_characters()),
        **{task: script_of(rewritten(text_run("rewrite").run.spec.change(task=task)).run) for task in TASKS},
    }


def by_characters() -> tuple[object, Examples]:
    one = judged(text_run("sentiment").run.spec.change(by="characters"))
    return one.run, one.data


def test_scripts_are_short_and_need_keras_and_numpy_alone() -> None:
    for source in scripts().values():
        imported = [line.split()[1] for line in source.splitlines() if line.startswith(("import ", "from "))]
        own = {"json", "os", "re", "sys", "unicodedata", "pathlib"}
        assert set(imported) - own == {"keras", "numpy"}
        assert len(source.splitlines()) < 100
        assert max(map(len, source.splitlines())) <= 120
        assert "\n\n\n\n" not in source
        assert "{{" not in source
        assert source.index("TF_CPP_MIN_LOG_LEVEL") < source.index("import keras")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_person_becomes_code(text: str) -> None:
    plain = reviews(60)
    examples = Examples("x", (f"good {text}", *plain.texts[1:]), plain.labels, "own", "en")
    usual = text_run("sentiment")
    usual = replace(usual, run=replace(usual.run, data=replace(usual.run.data, origin="built_in")))
    assert shape(sentiment.script_of(usual.run, examples)) == shape(sentiment.script_of(usual.run, usual.data))
    run = replace(
        written().run, vocabulary=Vocabulary((text[0], "a")), versions={"keras": f"3{text}", "numpy": "2.0.0"}
    )
    source = write.script_of(run, usual.data)
    assert shape(source) == shape(write.script_of(text_run("write").run, usual.data))
    assert "pip install numpy==2.0.0\n" in source


def test_a_script_says_a_sentence_of_ours_where_the_texts_are_a_persons_own() -> None:
    own, built_in = text_run("sentiment"), judged(examples=load_examples("reviews_zh"))
    assert not [text for text in own.data.texts if text in sentiment.script_of(own.run, own.data)]
    assert sentiment.OWN_EXAMPLES["en"] in sentiment.script_of(own.run, own.data)
    assert built_in.data.texts[0] in sentiment.script_of(built_in.run, built_in.data)


def test_a_run_without_a_network_has_no_script() -> None:
    for kind in ("write", "sentiment", "rewrite"):
        run = text_run(kind).run
        there = [FORMS[kind].files_of(one) for one in (run, replace(run, model_file=b"PK"))]
        assert ["script.py" in one for one in there] == [False, True]
