"""Streamlit's own command, which also writes down how long each answer took, in seconds, a line an answer.

An answer begins when the message arrives that says what was moved, and ends when the last word of it is handed over to
be sent.
"""

import os
import time
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
from streamlit.web.cli import main

hears, sends = AppSession.handle_backmsg, AppSession.flush_browser_queue
heard_at: dict[str, float] = {}


def hear(session: AppSession, message: BackMsg) -> None:
    if message.WhichOneof("type") == "rerun_script":
        heard_at[session.id] = time.perf_counter()
    hears(session, message)


def send(session: AppSession) -> list[ForwardMsg]:
    messages = sends(session)
    if session.id in heard_at and any(one.WhichOneof("type") == "script_finished" for one in messages):
        with Path(os.environ["RNN_LAB_CACHE_FOLDER"], "answers.txt").open("a") as answers:
            answers.write(f"{time.perf_counter() - heard_at.pop(session.id)}\n")
    return messages


if __name__ == "__main__":
    AppSession.handle_backmsg = hear  # type: ignore[method-assign]
    AppSession.flush_browser_queue = send  # type: ignore[method-assign]
    main()
