"""The server's own arithmetic on one core: all others belong to the workers, and to the browser on a person's machine.

A product of matrices that is split over cores waits for the slowest of them: beside a training, or beside a browser
that draws, a look inside a network took four times as long on two cores as on one.
"""

import os

import streamlit as st
from threadpoolctl import threadpool_limits

_SETTINGS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "OMP_NUM_THREADS")


@st.cache_resource(show_spinner=False)
def keep_to_one_core() -> None:
    """For as long as the server lives: libraries that are loaded already, and those that will be."""
    threadpool_limits(limits=1)
    os.environ.update(dict.fromkeys(_SETTINGS, "1"))
