"""The catalogues: which calls mark a text for translation, reading a catalogue, and bringing it up to date.

`python -m pages.ui.translations` updates the catalogues after texts have changed.
"""

import gettext
import io
from functools import lru_cache
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent / "locale"

# The position of the text among the arguments of each call that marks one.
_REFUSALS = ("FileError", "TickerError", "SourceError", "SpecError", "EngineError", "RecordError", "StoreError")
_SENTENCES = (*_REFUSALS, "BundleError", "Sentence")
KEYWORDS = {"_": None, "N_": None, "say": None, **dict.fromkeys(_SENTENCES, (2,))}


@lru_cache(maxsize=8)
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations of `language`; without a file for it, texts stay as they are."""
    path = FOLDER / f"{language}.po"
    if not path.exists():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, read(language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def read(language: str) -> Catalog:
    """The catalogue file of `language`."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, domain="rnn_lab")


def extract() -> Catalog:
    """Every marked text of the project, with the files that it stands in."""
    found = Catalog(domain="rnn_lab", project="RNN Lab", charset="utf-8")
    for name, _line, message, _comments, _context in _marked():
        found.add(message, locations=[(name, 0)])
    return found


def _marked():  # type: ignore[no-untyped-def]
    for folder in ("rnn_core", "pages"):
        for name, *rest in extract_from_dir(ROOT / folder, keywords=KEYWORDS):
            yield (f"{folder}/{name}", *rest)
    for found in extract_from_file("python", ROOT / "app.py", keywords=KEYWORDS):
        yield ("app.py", *found)


def update() -> None:
    """Bring every catalogue file up to date; new texts are empty and old ones disappear."""
    marked = extract()
    for path in FOLDER.glob("*.po"):
        known = read(path.stem)
        known.update(marked, no_fuzzy_matching=True)
        known.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, known, sort_output=True, omit_header=False, width=0, include_lineno=False)


if __name__ == "__main__":
    update()
