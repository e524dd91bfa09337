"""Wording: facts become sentences by the table of cases, with names and numbers filled in. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from string import Formatter
from typing import Any

from rnn_core.judge.cases import AGAINST_NAIVE, BESIDES, FAILED, NAIVE_ALONE, NOTHING, RANKING, Case
from rnn_core.judge.facts import Facts, Failed, middle_rmse
from rnn_core.words import Amount, Percent, Sentence


def put_in_words(facts: Facts, unit: str) -> tuple[Sentence, ...]:
    """What a person reads: two or three sentences on those that learnt, and one for each way in which runs failed."""
    failed = tuple(_put_failure(one) for one in facts.failed)
    if not facts.ranked:
        alone = _fill(NAIVE_ALONE, {"naive": Amount(facts.naive, unit)})
        return (*failed, alone) if failed else (NOTHING,)
    values = _values(facts, unit)
    said = [_first_that_holds(part, facts) for part in (RANKING, AGAINST_NAIVE, BESIDES)]
    return (*(_fill(sentence, values) for sentence in said if sentence), *failed)


def _first_that_holds(part: tuple[Case, ...], facts: Facts) -> Sentence | None:
    return next((case.sentence for case in part if case.holds(facts)), None)


def _put_failure(one: Failed) -> Sentence:
    alone, of_several = FAILED[one.kind]
    return _fill(of_several if one.runs > 1 else alone, {"name": one.name, "failed": one.failed, "runs": one.runs})


def _fill(sentence: Sentence, values: Mapping[str, Any]) -> Sentence:
    """The same sentence with those of `values` that its template names."""
    named = {name for _, name, _, _ in Formatter().parse(sentence.template) if name}
    return replace(sentence, values={name: values[name] for name in sorted(named)})


def _values(facts: Facts, unit: str) -> dict[str, Any]:
    values = {
        "best": facts.ranked[0].name,
        "rmse": Amount(facts.best_rmse, unit),
        "naive": Amount(facts.naive, unit),
        "percent": Percent(facts.lead),
        "chance": "< 0.0001" if facts.chance < 0.0001 else f"= {facts.chance:.2g}",
        "linear": Amount(facts.linear_rmse, unit),
        "rows": facts.rows,
        "runs": facts.seeds,
        "won": facts.seeds_that_beat_naive,
    }
    return values | (_values_of_second(facts, unit) if len(facts.ranked) > 1 else {})


def _values_of_second(facts: Facts, unit: str) -> dict[str, Any]:
    second = facts.ranked[1]
    return {
        "second": second.name,
        "second_rmse": Amount(middle_rmse(second), unit),
        # A perfect forecast leaves no percentage to speak of, which shows as a dash.
        "further": Percent(facts.behind),
        "seeds": min(len(facts.ranked[0].learnt), len(second.learnt)),
    }
