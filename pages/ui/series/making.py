"""Making a series: knobs at the left, what they make at the right. It redraws alone, without the rest of the page."""

from dataclasses import replace

import streamlit as st

from pages.ui import state, widgets
from pages.ui.chart import chart
from pages.ui.language import _, tell_plainly
from rnn_core.errors import SourceError
from rnn_core.figures.alt import series_alt
from rnn_core.figures.series_chart import series_figure
from rnn_core.figures.theme import PAGE
from rnn_core.series import Series, Source
from rnn_core.series.makers import MAKERS, Knob, Maker
from rnn_core.series.making import Made, describe, make_series, parse_made
from rnn_core.series.safe_csv import safe_csv

_HEIGHT = 320
_STRETCHES = 8


@st.fragment
def make() -> None:
    """A series of one's own making."""
    chosen = _in_use()
    left, right = st.columns([1, 2], gap="large")
    with left:
        maker = _maker(chosen)
        made = describe(maker.name, _knobs(maker, chosen))
    series = make_series(made)
    with right:
        _preview(series, made)
        st.markdown(_(maker.lesson))
        with st.container(horizontal=True):
            _use(made, in_use=made == chosen)
            _download(made, series)


def _in_use() -> Made | None:
    """What the visitor's series is made of, if it is a made one."""
    source = state.source()
    if source is None or source.kind != "made":
        return None
    try:
        return parse_made(source.name)
    except SourceError:
        return None  # the page says so where it loads the series


def _maker(chosen: Made | None) -> Maker:
    titles = {name: _(maker.title) for name, maker in MAKERS.items()}
    name = st.segmented_control(
        _("Kind"),
        list(titles),
        format_func=titles.__getitem__,
        default=chosen.maker if chosen else next(iter(MAKERS)),
        key=widgets.key("make_kind"),
        required=True,
    )
    return MAKERS[name]


def _knobs(maker: Maker, chosen: Made | None) -> dict[str, float]:
    """What the visitor sets: boxes beside each other, then the sliders, which on a phone should be near the chart."""
    found: dict[str, float] = {}
    with st.container(horizontal=True):
        found |= {knob.name: _control(maker, knob, chosen) for knob in maker.knobs if knob.wide}
    return found | {knob.name: _control(maker, knob, chosen) for knob in maker.knobs if not knob.wide}


def _control(maker: Maker, knob: Knob, chosen: Made | None) -> float:
    """A slider, or a box where there are too many values for one; it begins at the series in use."""
    value = chosen.knobs[knob.name] if chosen and chosen.maker == maker.name else knob.default
    control = st.number_input if knob.wide else st.slider
    return control(
        _(knob.label),
        knob.low,
        knob.high,
        value,
        knob.step,
        key=f"make_{maker.name}_{knob.name}",
        help=_(knob.help),
    )


def _use(made: Made, *, in_use: bool) -> None:
    """The button that takes this series; who uses it already is told so."""
    label = _("In use") if in_use else _("Use this series")
    if st.button(label, key="make_use", type="primary", icon=":material/check:", disabled=in_use):
        state.set_source(Source("made", str(made)))
        st.rerun()


def _download(made: Made, series: Series) -> None:
    st.download_button(
        _("Download (CSV)"),
        data=lambda: safe_csv(series.frame).encode(),
        file_name=f"{made.maker}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _preview(series: Series, made: Made) -> None:
    """The series; of one that comes back only its beginning, because in all of it at once the eye finds nothing."""
    returns = MAKERS[made.maker].returns
    rows = round(_STRETCHES * made.knobs[returns]) if returns else len(series.frame)
    shown = replace(series, frame=series.frame.head(rows))
    column = series.default_target
    figure = series_figure(shown, column, theme=PAGE, say=_)
    figure.update_layout(height=_HEIGHT, xaxis_rangeslider_visible=False, margin_t=8)
    chart(figure, key="make_preview", alt=tell_plainly(series_alt(shown, column)))
    if len(shown.frame) < len(series.frame):
        st.caption(_("The first {rows} rows", rows=len(shown.frame)))
