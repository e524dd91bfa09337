"""What `text write` prints, as JSON and as text. Pure."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any

from rnn_core.commands.finite import finite
from rnn_core.commands.text.forms import aligned, findings_json, trained, training_json
from rnn_core.commands.text.wishes import Wish
from rnn_core.text.write.findings import findings
from rnn_core.text.write.generating import write
from rnn_core.text.write.result import Counted, Written
from rnn_core.words import show


def go_on(run: Written, wish: Wish) -> str | None:
    """What a network writes after the beginning that was wished for; None where its numbers were lost."""
    if run.lost:
        return None
    drawn = write(run.writer, run.vocabulary, wish.begin, wish, run.spec.seed)
    return "".join(one.symbol for one in islice(drawn, wish.length))


def writing_json(runs: Sequence[Written], wish: Wish, written: Sequence[str | None]) -> dict[str, Any]:
    """What `text write --json` prints, with what each network has `written`; a number that does not exist is null."""
    first = runs[0]
    return {
        "text": {
            **asdict(first.passage),
            "symbols": len(first.vocabulary.symbols),
            "learnt": first.learnt,
            "held_out": first.held_out,
            "unknown_share": finite(first.unknown_share),
        },
        "baselines": [{"order": one.order, **_bits_json(one.bits, one.perplexity)} for one in first.baselines],
        "runs": [_run_json(run, wish.begin, text) for run, text in zip(runs, written, strict=True)],
        "findings": findings_json(findings(runs)),
    }


def writing_text(runs: Sequence[Written], wish: Wish, written: Sequence[str | None]) -> str:
    """The same for a person: a line a network and a line a table of counts, what was found, what each writes."""
    first = runs[0]
    passage = first.passage
    title = f"{passage.name}: {passage.characters:,} characters, scored on the last {first.held_out:,}"
    rows = [(run.spec.cell, *_bits_text(run.held_out_bits, run.perplexity), *trained(run)) for run in runs]
    rows += [(_counted_name(one), *_bits_text(one.bits, one.perplexity), "", "", "") for one in first.baselines]
    shown = [_shown(run, wish.begin, text) for run, text in zip(runs, written, strict=True)]
    return "\n".join([title, *aligned(rows), " ".join(map(str, findings(runs))), *shown])


def _run_json(run: Written, begin: str, text: str | None) -> dict[str, Any]:
    return {
        "cell": run.spec.cell,
        "seed": run.spec.seed,
        **_bits_json(run.held_out_bits, run.perplexity),
        **training_json(run),
        "begin": begin,
        "writes": text,
    }


def _bits_json(bits: float, perplexity: float) -> dict[str, float | None]:
    return {"bits_per_character": finite(bits), "perplexity": finite(perplexity)}


def _bits_text(bits: float, perplexity: float) -> tuple[str, str]:
    return f"{show(bits)} bits a character", f"perplexity {show(perplexity)}"


def _counted_name(one: Counted) -> str:
    return "letter frequencies" if one.order == 0 else f"counting, context of {one.order}"


def _shown(run: Written, begin: str, text: str | None) -> str:
    said = " nothing: its numbers grew beyond all bounds." if text is None else f":\n{begin}{text}"
    return f"\n{run.spec.cell}, seed {run.spec.seed}, writes{said}"
