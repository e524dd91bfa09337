"""Every kind of work whose runs last is known wherever a page asks for its kind."""

from pages.ui.runs.work import WORK
from pages.ui.text.address import BUILT_IN, COMPARED, TEXT_KINDS
from rnn_core.engine.jobs import JOBS
from rnn_core.export.forms import FORMS
from rnn_core.records import FORECAST
from rnn_core.records.kinds import KINDS
from rnn_core.settings import PROJECT_FOLDER
from rnn_core.text.field_words import FIELDS


def test_no_list_of_kinds_lacks_one():
    assert set(WORK) == set(KINDS) == set(JOBS) == set(FORMS)


def test_work_with_text_is_all_but_forecasts():
    assert set(TEXT_KINDS) == set(KINDS) - {FORECAST} == set(COMPARED) == set(BUILT_IN) == set(FIELDS)
    assert all((PROJECT_FOLDER / "pages" / "text" / f"{kind}.py").is_file() for kind in TEXT_KINDS)
