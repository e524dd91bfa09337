"""`inspect` says how a file is read; `recipes` lists the ready-made experiments."""

import json
from pathlib import Path
from typing import Any

import pytest

from rnn_core.commands.parser import main
from rnn_core.forecast.recipes import RECIPES

FORMATS = Path(__file__).parents[3] / "shared" / "data" / "formats"
EXPECTED: dict[str, Any] = (
    json.loads((FORMATS / "expected.json").read_text("utf-8")) if (FORMATS / "expected.json").exists() else {}
)
PLAIN = ["constant_price.csv", "eastmoney_style_gbk_wan.csv", "preamble_lines_semicolon_bom.csv"]
NO_SERIES = ["empty.csv", "not_a_csv.csv", "one_column_no_dates.csv"]
needs_shared = pytest.mark.skipif(not EXPECTED, reason="the reference files are not here")
KEYS = {
    *("encoding", "rows", "first_date", "last_date", "columns", "open", "high", "low", "close", "volume"),
    *("first_close", "last_close", "last_volume", "dropped", "found", "warnings"),
}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of prices, the newest first, one row twice and one without a date."""
    path = tmp_path / "prices.csv"
    path.write_text(
        "Date,Open,Close,Volume\n2024-01-04,3,4,70\n2024-01-03,2,3,60\n2024-01-03,2,3,60\n2024-01-02,1,2,50\n"
    )
    return path


def test_the_answer_has_exactly_the_promised_keys(ask: Any, table: Path) -> None:
    status, answer = ask("inspect", table)
    assert status == 0
    assert answer.keys() == KEYS
    assert (answer["rows"], answer["first_date"], answer["last_date"]) == (3, "2024-01-02", "2024-01-04")
    assert answer["columns"] == ["Open", "Close", "Volume"]
    assert [answer[role] for role in ("open", "high", "low", "close", "volume")] == [
        "Open",
        None,
        None,
        "Close",
        "Volume",
    ]
    assert (answer["first_close"], answer["last_close"], answer["last_volume"]) == (2, 4, 70)
    assert sum(answer["dropped"].values()) == 1
    assert all(warning.keys() == {"code", "text"} for warning in answer["warnings"])


def test_without_json_a_person_reads_a_line_a_fact(capsys: pytest.CaptureFixture[str], table: Path) -> None:
    assert main(["inspect", str(table)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split(":")[0] for line in lines} == KEYS
    assert "last_close: 4.0" in lines


@needs_shared
@pytest.mark.parametrize("name", PLAIN)
def test_the_reference_files_are_read_as_expected(name: str, ask: Any) -> None:
    facts = EXPECTED[name]
    status, answer = ask("inspect", FORMATS / name)
    assert status == 0
    assert answer["encoding"].replace("-sig", "") == facts["encoding"]
    assert (answer["rows"], answer["first_date"], answer["last_date"]) == (
        facts["valid_rows"],
        facts["first_date"],
        facts["last_date"],
    )
    assert [answer[fact] for fact in ("first_close", "last_close", "last_volume")] == [
        pytest.approx(facts[fact]) for fact in ("first_close", "last_close", "last_volume")
    ]


@needs_shared
@pytest.mark.parametrize("name", NO_SERIES)
def test_reference_files_that_are_no_series_are_refused_in_a_sentence(name: str, ask: Any) -> None:
    status, answer = ask("inspect", FORMATS / name)
    assert status == 2
    assert answer.keys() == {"error"}
    assert answer["error"]["text"].endswith(".")


def test_recipes_are_listed_whole(ask: Any) -> None:
    status, answer = ask("recipes")
    assert status == 0
    assert answer.keys() == {"recipes"}
    assert [recipe["name"] for recipe in answer["recipes"]] == list(RECIPES)
    for listed in answer["recipes"]:
        recipe = RECIPES[listed["name"]]
        assert listed == {
            "name": recipe.name,
            "title": recipe.title,
            "text": recipe.text,
            "source": str(recipe.source),
            "instead": str(recipe.instead) if recipe.instead else None,
            "cells": list(recipe.cells),
            "settings": {
                name: list(value) if isinstance(value, tuple) else value for name, value in recipe.settings.items()
            },
        }


def test_without_json_a_person_reads_a_line_a_recipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recipes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(RECIPES)
