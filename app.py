"""The front door: `streamlit run app.py`. Page settings, language, the list of pages."""

import streamlit as st

from pages.ui import presentation, sidebar, state, trainings
from pages.ui.language import _
from pages.ui.plotly_js import publish_plotly
from pages.ui.training import live
from rnn_core.settings import PROJECT_FOLDER

state.start()
sidebar_state = presentation.sidebar_state()
st.set_page_config("RNN Lab", presentation.ICON, layout="wide", initial_sidebar_state=sidebar_state)
publish_plotly(PROJECT_FOLDER / "static")
trainings.adopt()

page = st.navigation(
    {
        _("Forecast"): [
            st.Page("pages/home.py", title=_("Home"), icon=":material/home:", default=True),
            st.Page("pages/data.py", title=_("Data"), icon=":material/table_view:", url_path="data"),
            st.Page("pages/train.py", title=_("Train"), icon=":material/model_training:", url_path="train"),
            st.Page("pages/runs.py", title=_("Runs"), icon=":material/history:", url_path="runs"),
            st.Page("pages/teach.py", title=_("For a class"), icon=":material/co_present:", url_path="teach"),
        ],
        _("Learn"): [
            st.Page(
                "pages/learn/pitfalls.py", title=_("When it goes wrong"), icon=":material/report:", url_path="pitfalls"
            ),
        ],
    }
)
running = sidebar.show()
presentation.enlarge()
state.turn_to(page.url_path)
page.run()
live.running_now(running)
state.write_address()
# Last: the first page does not wait while the workers' start takes all cores.
trainings.warm_up()
