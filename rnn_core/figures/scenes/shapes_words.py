"""What is said while a shape lights up: each step of each tiny network in a sentence with its numbers. Pure."""

from collections.abc import Callable

from rnn_core.figures.scenes.shapes_tiles import in_tile
from rnn_core.figures.theme import Say
from rnn_core.lessons.shapes.network import Running, Step
from rnn_core.words import N_, Sentence


def shape_alt(running: Running) -> Sentence:
    """The scene in words, for those who cannot see it."""
    reads = [step.label or in_tile(step.reads) for step in running.steps if step.reads is not None]
    return Sentence(
        "alt_shape",
        N_("A column a step, {steps} in all. Going in, below: {reads}. The last state: {state}. Coming out: {said}."),
        {
            "steps": len(running.steps),
            "reads": ", ".join(reads),
            "state": ", ".join(map(in_tile, running.steps[-1].state)),
            "said": ", ".join(map(in_tile, running.said)),
        },
    )


def caption(running: Running, t: int, say: Say) -> str:
    """What happens in step `t`, counted from 0."""
    return _CAPTIONS[running.shape](running, t, say)


def before_reading(step: Step, say: Say) -> str:
    """Of a network with a single step: what goes in."""
    return say("{x} goes in.").format(x=in_tile(step.reads or 0.0))


def after_reading(step: Step, say: Say) -> str:
    """Of a network with a single step: what becomes of it."""
    return say("The network works it out: h' = 1.8 · {x} + 32 = {h}.").format(
        x=in_tile(step.reads or 0.0), h=in_tile(step.state[0])
    )


def _one_to_one(running: Running, t: int, say: Say) -> str:
    return say("{y} comes out. One step, and nothing is remembered.").format(y=in_tile(running.said[t]))


def _one_to_many(running: Running, t: int, say: Say) -> str:
    step = running.steps[t]
    first, second = map(in_tile, step.state)
    if step.reads is not None:
        return say("{x} is read, once. The state is now ({first}, {second}).").format(
            x=in_tile(step.reads), first=first, second=second
        )
    return say("Nothing is read. U turns the state to ({first}, {second}); its first number comes out.").format(
        first=first, second=second
    )


def _many_to_one(running: Running, t: int, say: Say) -> str:
    step = running.steps[t]
    values = {
        "word": step.label,
        "x": in_tile(step.reads or 0.0),
        "h": in_tile(running.steps[t - 1].state[0] if t else 0.0),
        "new": in_tile(step.state[0]),
    }
    if step.says is None:
        return say("“{word}” counts {x}: h' = tanh({x} + 0.9 · {h}) = {new}.").format(**values)
    return say("“{word}” counts {x}: h' = tanh({x} + 0.9 · {h}) = {new}. It is the last word: {mood}.").format(
        **values, mood=_mood(step.says, say)
    )


def _mood(value: float, say: Say) -> str:
    if abs(value) < 0.05:
        return say("neither good nor bad")
    return say("a good mood") if value > 0 else say("a bad mood")


def _many_to_many(running: Running, t: int, say: Say) -> str:
    step = running.steps[t]
    today, before = map(in_tile, step.state)
    values = {"x": today, "before": before, "y": in_tile(step.says or 0.0)}
    if t == 0:
        return say("{x} is read. Nothing came before, the state says 0: {x} − 0 = {y}.").format(**values)
    return say("{x} is read, and the state still has {before}: {x} − {before} = {y}.").format(**values)


def _unequal(running: Running, t: int, say: Say) -> str:
    step = running.steps[t]
    return _spoken(running, t, say) if step.decodes else _read(running, t, say)


def _read(running: Running, t: int, say: Say) -> str:
    step = running.steps[t]
    room = len(step.state)
    if t >= room:
        return say("{x} is read. There is room for {room} only: {lost} falls out.").format(
            x=in_tile(step.reads or 0.0), room=room, lost=in_tile(running.steps[t - room].reads or 0.0)
        )
    return say("{x} is read; what was there moves on by one place.").format(x=in_tile(step.reads or 0.0))


def _spoken(running: Running, t: int, say: Say) -> str:
    step = running.steps[t]
    number = sum(one.decodes for one in running.steps[:t])
    values = {"y": in_tile(step.says or 0.0), "right": in_tile(running.wanted[number])}
    if running.wrong[number]:
        return say("{y} is said. It should be {right}, but that has fallen out of the state.").format(**values)
    if number == 0:
        return say("All that the decoder gets is the last state. Its first number is said: {y}.").format(**values)
    return say("The rest moves back by one place, and {y} is said.").format(**values)


_CAPTIONS: dict[str, Callable[[Running, int, Say], str]] = {
    "one_to_one": _one_to_one,
    "one_to_many": _one_to_many,
    "many_to_one": _many_to_one,
    "many_to_many": _many_to_many,
    "unequal": _unequal,
}
