"""The ball in the bowl: gradient descent step by step, and the loss curve that it leaves. Pure."""

from rnn_core.figures.scenes.scene import Frame, Panel, Scene, Shape
from rnn_core.figures.theme import PAGE, PART_COLOURS, Say
from rnn_core.lessons.failures.descent import Descent
from rnn_core.words import N_, Sentence, show

_WIDTH, _HEIGHT, _EDGE = 340, 190, 16
_WIDEST, _HIGHEST = 1.3, 1.6  # the weight and the loss at the edges of the picture
_BALL = PART_COLOURS["test"]
_CURVE = PART_COLOURS["training"]
_SECONDS = 0.5

_CAPTIONS = {
    "start": N_("Before the first step: the weight is {weight}, the loss {loss}."),
    "seen": N_("After step {step}: the weight is {weight}, the loss {loss}."),
    "gone": N_("After step {step}: the weight is {weight}, the loss {loss}: outside the picture."),
}

_ENDS = {
    "crawls": N_(
        "With a rate of {rate} each step multiplies the weight by {factor}: it crawls, and is far from the ground."
    ),
    "arrives": N_("With a rate of {rate} each step multiplies the weight by {factor}: it arrives."),
    "swings": N_(
        "With a rate of {rate} each step multiplies the weight by {factor}: it leaps to and fro and hardly sinks."
    ),
    "flies_off": N_("With a rate of {rate} each step multiplies the weight by {factor}: it never comes down again."),
}


def descent_scene(descent: Descent, say: Say = str) -> Scene:
    """The ball of `descent` in its bowl, and beside it the loss after each step."""
    bowl = Panel(say("The weight and its loss"), _WIDTH, _HEIGHT, (*_bowl(say), *_ball(descent)))
    curve = Panel(say("The loss, step by step"), _WIDTH, _HEIGHT, (*_axes(say), *_curve(descent)))
    return Scene((bowl, curve), tuple(_frame(descent, step, say) for step in range(len(descent.weights))), _SECONDS)


def descent_end(descent: Descent) -> Sentence:
    """How it ended, in a sentence."""
    return Sentence(descent.way, _ENDS[descent.way], {"rate": descent.rate, "factor": descent.factor})


def _bowl(say: Say) -> tuple[Shape, ...]:
    points = [_WIDEST * step / 40 for step in range(-40, 41)]
    line = "M" + " L".join(f"{_across(w):.1f} {_down(w * w):.1f}" for w in points if w * w <= _HIGHEST)
    middle = {"x1": _across(0), "x2": _across(0), "y1": _down(0), "y2": _EDGE}
    ground = Shape("line", {**middle, **_faint()})
    return (
        ground,
        Shape("path", {"d": line, "fill": "none", "stroke": PAGE.ink, "stroke-width": 2}),
        _letters(say("weight"), _WIDTH - _EDGE, _HEIGHT - 2, "end"),
        _letters(say("loss"), _EDGE, _EDGE, "start"),
    )


def _axes(say: Say) -> tuple[Shape, ...]:
    across: dict[str, str | float] = {"x1": _EDGE, "x2": _WIDTH - _EDGE}
    return (
        Shape("line", {**across, **_faint(), "y1": _down(1), "y2": _down(1)}),
        Shape("line", {**across, "y1": _down(0), "y2": _down(0), "stroke": PAGE.muted}),
        _letters(say("where it began"), _WIDTH - _EDGE, _down(1) - 5, "end"),
        _letters(say("step"), _WIDTH - _EDGE, _HEIGHT - 2, "end"),
    )


def _ball(descent: Descent) -> tuple[Shape, ...]:
    look: dict[str, str | float] = {"cx": _across(descent.weights[0]), "cy": _down(descent.losses[0]), "r": 8}
    colours: dict[str, str | float] = {"fill": _BALL, "stroke": PAGE.ink, "stroke-width": 1.5}
    trail = Shape(
        "path", {"d": "", "fill": "none", "stroke": _BALL, "stroke-width": 1.5, "stroke-dasharray": "4 3"}, "trail"
    )
    return trail, Shape("circle", {**look, **colours}, "ball")


def _curve(descent: Descent) -> tuple[Shape, ...]:
    line = Shape("path", {"d": _line(descent, 0), "fill": "none", "stroke": _CURVE, "stroke-width": 2.5}, "losses")
    return line, Shape("circle", {"cx": _EDGE, "cy": _down(descent.losses[0]), "r": 5, "fill": _CURVE}, "tip")


def _frame(descent: Descent, step: int, say: Say) -> Frame:
    weight, loss = float(descent.weights[step]), float(descent.losses[step])
    gone = abs(weight) > _WIDEST or loss > _HIGHEST
    what = "start" if step == 0 else "gone" if gone else "seen"
    caption = say(_CAPTIONS[what])
    trail = [f"{_across(w):.1f} {_down(w * w):.1f}" for w in descent.weights[: step + 1]]
    return Frame(
        caption.format(step=step, weight=show(weight), loss=show(loss)),
        {
            "ball": {"cx": _across(weight), "cy": _down(loss)},
            "trail": {"d": "M" + " L".join(trail)},
            "losses": {"d": _line(descent, step)},
            "tip": {"cx": _along(descent, step), "cy": _down(loss)},
        },
    )


def _line(descent: Descent, step: int) -> str:
    return "M" + " L".join(f"{_along(descent, at):.1f} {_down(descent.losses[at]):.1f}" for at in range(step + 1))


def _along(descent: Descent, step: int) -> float:
    return round(_EDGE + (_WIDTH - 2 * _EDGE) * step / (len(descent.weights) - 1), 1)


def _across(weight: float) -> float:
    """Where a weight lies; what is outside waits at the edge."""
    share = max(-1.0, min(1.0, weight / _WIDEST))
    return round(_WIDTH / 2 + share * (_WIDTH / 2 - _EDGE), 1)


def _down(loss: float) -> float:
    return round(_HEIGHT - _EDGE - 8 - min(1.0, loss / _HIGHEST) * (_HEIGHT - 2 * _EDGE - 16), 1)


def _faint() -> dict[str, str | float]:
    return {"stroke": PAGE.muted, "stroke-width": 1, "stroke-dasharray": "3 3"}


def _letters(text: str, x: float, y: float, anchor: str) -> Shape:
    return Shape("text", {"x": x, "y": y, "text-anchor": anchor, "font-size": 13, "fill": PAGE.muted}, text=text)
