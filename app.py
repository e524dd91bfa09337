"""The front door: `streamlit run app.py`. Page settings, language, the list of pages."""

import streamlit as st

from pages.ui import presentation, sidebar, state, tour, trainings
from pages.ui.contents import contents
from pages.ui.one_core import keep_to_one_core
from pages.ui.plotly_js import publish_plotly
from pages.ui.text import running as text_running
from pages.ui.training import live
from rnn_core.settings import PROJECT_FOLDER

keep_to_one_core()
state.start()
sidebar_state = presentation.sidebar_state()
st.set_page_config("RNN Lab", presentation.ICON, layout="wide", initial_sidebar_state=sidebar_state)
publish_plotly(PROJECT_FOLDER / "static")
trainings.adopt()

page = st.navigation(contents())
running = sidebar.show()
presentation.enlarge()
state.turn_to(page.url_path)
tour.lead()
guide = st.container()
page.run()
tour.show(guide, page.url_path)
live.running_now(running)
text_running.show(running)
state.write_address()
# Last: the first page does not wait while the workers' start takes all cores.
trainings.warm_up()
