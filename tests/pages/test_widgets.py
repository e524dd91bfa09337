"""Widgets of settings: where they begin, whatever overtakes the run that draws them first."""

from streamlit.testing.v1 import AppTest


def overtaken_once():
    import streamlit as st
    from streamlit.proto.WidgetStates_pb2 import WidgetStates
    from streamlit.runtime.scriptrunner_utils.exceptions import RerunException
    from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

    from pages.ui import widgets

    runs = st.session_state.get("runs", 0)
    st.session_state["runs"] = runs + 1
    st.slider("Units", 1, 9, key=widgets.primed("units", 5))
    if runs == 0:
        # What another click does: the next run begins before the browser has seen anything of this one.
        raise RerunException(RerunData(widget_states=WidgetStates()))
    widgets.all_arrived()


def test_a_widget_whose_first_run_was_overtaken_still_begins_where_it_should():
    app = AppTest.from_function(overtaken_once).run()
    (slider,) = app.slider
    assert app.session_state["runs"] == 2
    assert slider.proto.set_value
    assert (slider.proto.value, slider.value) == ([5.0], 5)


def test_once_it_has_arrived_the_browser_is_left_alone():
    app = AppTest.from_function(overtaken_once).run()
    app.slider[0].set_value(7).run()
    assert not app.slider[0].proto.set_value
    assert app.slider[0].value == 7
