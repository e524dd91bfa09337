"""Options made from specs: each setting is one, its bounds and choices stand in its help, and it reaches the spec."""

import argparse
from typing import Any

import pytest

from rnn_core.commands.options import Parser, Told, add_settings, chosen
from rnn_core.commands.parser import main
from rnn_core.errors import SpecError
from rnn_core.records.kinds import KINDS
from rnn_core.text.field_words import CHOICES, FIELDS

# Another value than the default for what has neither bounds nor choices.
OTHER = {"task": "add"}


def parser_of(kind: str) -> Parser:
    parser = Parser(formatter_class=lambda prog: argparse.HelpFormatter(prog, width=10_000))
    add_settings(parser, KINDS[kind].spec, Told(FIELDS[kind], CHOICES))
    return parser


def settings_of(kind: str) -> list[str]:
    return [name for name in KINDS[kind].spec.model_fields if name not in {"kind", "cell"}]


def typed(kind: str, name: str) -> tuple[list[str], Any]:
    """A setting as one types it with another value than its default, and that value."""
    spec, option = KINDS[kind].spec, f"--{name.replace('_', '-')}"
    default = spec.default(name)
    if isinstance(default, bool):
        return [option.replace("--", "--no-") if default else option], not default
    if name in CHOICES:
        value = next(one for one in CHOICES[name] if one != default)
    else:
        value = OTHER.get(name) or next(one for one in spec.bounds(name) if one != default)
    return [option, str(value)], value


ALL = [(kind, name) for kind in FIELDS for name in settings_of(kind)]


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_every_setting_can_be_typed_and_reaches_the_spec(kind: str, name: str) -> None:
    words, value = typed(kind, name)
    options = parser_of(kind).parse_args(words)
    assert chosen(options, KINDS[kind].spec) == {name: value}


@pytest.mark.parametrize("kind", FIELDS)
def test_what_is_not_said_is_left_to_the_spec(kind: str) -> None:
    assert chosen(parser_of(kind).parse_args([]), KINDS[kind].spec) == {}


@pytest.mark.parametrize("kind", FIELDS)
def test_the_help_says_what_each_setting_is_and_what_it_may_be(kind: str) -> None:
    shown = parser_of(kind).format_help()
    for name in settings_of(kind):
        assert FIELDS[kind][name].help in shown
    assert "(4 to 512; default 128)" in parser_of("write").format_help()
    assert "(0.00001 to 1; default 0.003)" in parser_of("rewrite").format_help()
    assert "cosine: Falls smoothly to zero; default cosine)" in parser_of("write").format_help()
    assert "--attention, --no-attention" in parser_of("rewrite").format_help()


@pytest.mark.parametrize("kind", FIELDS)
def test_the_help_of_the_command_can_be_printed(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["text", kind, "--help"])
    assert "--json" in capsys.readouterr().out


def test_what_is_no_number_is_refused_in_a_sentence() -> None:
    with pytest.raises(SpecError, match="This command line cannot be used: argument --units: invalid int value: 'x'"):
        parser_of("write").parse_args(["--units", "x"])
