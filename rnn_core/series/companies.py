"""Finding a well-known share, index, currency or coin by its symbol or by its name in either language. Pure."""

import unicodedata

from rnn_core.series.company_list import COMPANIES, Company

_BY_SYMBOL = {company.symbol: company for company in COMPANIES}
_NO_MATCH = 4
_LONGEST_PLAIN_SYMBOL = 5  # letters of a share in the USA; elsewhere a symbol has an ending


def company_of(symbol: str) -> Company | None:
    """What stands behind `symbol`, None if it is not in our list."""
    return _BY_SYMBOL.get(symbol)


def find_companies(text: str, *, most: int = 8) -> tuple[Company, ...]:
    """At most `most` companies that `text` may mean, in the order of the list within each way to match.

    First the very symbol or name, then those that begin so, then those with a word that begins so, then the rest.

    >>> [company.symbol for company in find_companies("master")]
    ['MA']
    >>> [company.symbol for company in find_companies("nestle")]
    ['NESN.SW']
    """
    wanted = _folded(text)
    ranks = {company: _rank(company, wanted) for company in COMPANIES} if wanted else {}
    found = [company for company in COMPANIES if ranks.get(company, _NO_MATCH) < _NO_MATCH]
    return tuple(sorted(found, key=ranks.__getitem__)[:most])


def symbol_meant(text: str) -> str:
    """The symbol that a person means by `text`: a name, or words of it, that only one company has, else a symbol.

    A few capitals are always a symbol, because many companies elsewhere are called like a symbol of another one.

    >>> symbol_meant(" ma "), symbol_meant("toyota"), symbol_meant("腾讯"), symbol_meant("xyz"), symbol_meant("tata")
    ('MA', '7203.T', '0700.HK', 'XYZ', 'TATA')
    >>> symbol_meant("byd"), symbol_meant("BYD")
    ('1211.HK', 'BYD')
    """
    symbol = text.strip().upper()
    if symbol in _BY_SYMBOL or (text.strip() == symbol and symbol.isascii() and len(symbol) <= _LONGEST_PLAIN_SYMBOL):
        return symbol
    wanted = _folded(text)
    called = [company for company in COMPANIES if wanted in _names(company)]
    called = called or [company for company in COMPANIES if any(_has_words(name, wanted) for name in _names(company))]
    return called[0].symbol if len(called) == 1 else symbol


def _rank(company: Company, wanted: str) -> int:
    words = (company.symbol.casefold(), *_names(company))
    if wanted in words:
        return 0
    if any(word.startswith(wanted) for word in words):
        return 1
    if any(f" {wanted}" in word for word in words):
        return 2
    return 3 if any(wanted in word for word in words) else _NO_MATCH


def _has_words(name: str, wanted: str) -> bool:
    """Whether `wanted` is long enough to tell a company, and stands as whole words in `name`."""
    if not wanted.isascii():  # Chinese has no spaces between words
        return len(wanted) >= 2 and wanted in name
    return len(wanted) >= _LONGEST_PLAIN_SYMBOL and f" {wanted} " in f" {name} "


def _names(company: Company) -> tuple[str, ...]:
    return tuple(_folded(name) for name in (company.name, company.chinese) if name)


def _folded(text: str) -> str:
    """`text` without case, accents, brackets and apostrophes, as a person types it in a hurry."""
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in "'’()")
