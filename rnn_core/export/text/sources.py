"""Whether texts out of a bundle are those built-in ones that they are called after. Pure.

Law: what is called built in is held against our own; what is somebody's own claims nothing.
"""

from rnn_core.errors import BundleError
from rnn_core.text.corpora import EXAMPLES, PASSAGES, load_examples, load_passage
from rnn_core.text.examples import Examples
from rnn_core.text.passage import Passage


def require_source(data: Passage | Examples, folder: str) -> None:
    """Refuse texts that are called built in and are not those of that name.

    Raises:
        BundleError: they are not; `folder` says whose they are.
    """
    if data.origin != "own" and not _is_what_it_says(data):
        raise BundleError(
            "other_texts",
            "The texts of the run in {folder} are called {name}, like built-in ones, and they are others, so that "
            "nothing was taken in. Only take in bundles that RNN Lab has made.",
            folder=folder,
            name=data.name,
        )


def _is_what_it_says(data: Passage | Examples) -> bool:
    if isinstance(data, Passage):
        return data in (load_passage(name) for name, corpus in PASSAGES.items() if corpus.title == data.name)
    return data in (load_examples(name) for name, corpus in EXAMPLES.items() if corpus.title == data.name)
