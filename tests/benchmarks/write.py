"""What a character model learns from the built-in English text, beside letter frequencies and short contexts.

Aim: a GRU of 128 units within 3 minutes on two cores, under 2.2 bits per held-out character and better than the
n-gram of order 3. The time of the processor is told too, because other programs may hold up the clock.
"""

import textwrap
import time
from collections.abc import Iterator

from rnn_core.cells import CELLS
from rnn_core.text.corpora import load_passage
from rnn_core.text.write.baselines import COMPARED_ORDER
from rnn_core.text.write.result import Written
from rnn_core.text.write.spec import WriteSpec
from rnn_core.text.write.training import train

LONGEST_SECONDS, MOST_BITS = 180, 2.2


def run() -> Iterator[str]:
    yield from one_text("tales_en", ("GRU", *(cell for cell in CELLS if cell != "GRU")))
    yield from one_text("tales_zh", ("GRU",))


def one_text(name: str, cells: tuple[str, ...]) -> Iterator[str]:
    passage = load_passage(name)
    for cell in cells:
        clock, busy = time.perf_counter(), time.process_time()
        written = train(WriteSpec(cell=cell), passage)
        clock, busy = time.perf_counter() - clock, time.process_time() - busy
        if cell == cells[0]:
            yield from counted(name, written)
        yield from learnt(written, clock, busy)
        if name == "tales_en" and cell == "GRU":
            assert clock < LONGEST_SECONDS, f"{clock:.0f} s"
            assert written.held_out_bits < min(MOST_BITS, written.baselines[COMPARED_ORDER].bits)


def counted(name: str, written: Written) -> Iterator[str]:
    bits = "   ".join(f"{one.order}: {one.bits:.2f}" for one in written.baselines)
    yield f"{name}: {written.learnt:,} characters learnt from, {written.held_out:,} held out; "
    yield f"   {len(written.vocabulary.symbols)} symbols, {written.unknown_share:.2%} of those held out are not known"
    yield f"   bits per held-out character by the length of the context counted: {bits}"
    yield from text("order 3 writes", written.counted_sample)


def learnt(written: Written, clock: float, busy: float) -> Iterator[str]:
    epochs = " ".join(f"{held_out:.2f}" for _, held_out in written.bits)
    yield f"   {written.spec.cell} {written.spec.units}: {clock:.0f} s, {busy:.0f} s of processor; {epochs} bits"
    yield f"      {written.held_out_bits:.3f} bits, perplexity {written.perplexity:.2f}, {written.parameters:,} weights"
    yield from text("writes", written.samples[-1].text)


def text(who: str, written: str) -> Iterator[str]:
    yield f"      {who}:"
    for line in textwrap.wrap(written.replace("\n", " / "), 100):
        yield f"         {line}"
