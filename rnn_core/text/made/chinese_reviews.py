"""The labelled Chinese reviews: 不, 没 and 但是 turn what single characters say, so that order matters."""

from rnn_core.text.made.chinese_opinions import COMMON, DOMAINS
from rnn_core.text.made.grammar import lines
from rnn_core.text.made.reviewing import Kind, Review, Reviewer

SEED = 34
ROWS = 3_000
TURNED = 0.32

PLAINLY_POSITIVE = lines("""
    {is_good}
    {is_good}，{is_good}
    {is_good}。{fact}
    {fact}，{is_good}
    {fact}。{is_good}，{is_good}
    """)
POSITIVE = lines("""
    {not_bad}
    {not_bad}，{liked}
    {fact}，{not_bad}
    {disliked}，[但是|不过|可是]{liked}
    [虽然|尽管]{is_bad}，[但是|可是]{is_good}
    [原以为|本来以为|听说]{part}{bad}，[没想到|其实|结果]{is_good}
    {part}比[上次|别家|以前|网上说的]{good}[多了|得多|一些]
    [上次|别家|以前]的{part}{bad}，这次{very}{good}
    """)
PLAINLY_NEGATIVE = lines("""
    {is_bad}
    {is_bad}，{is_bad}
    {is_bad}。{fact}
    {fact}，{is_bad}
    {fact}。{is_bad}，{is_bad}
    """)
NEGATIVE = lines("""
    {not_good}
    {not_good}，{disliked}
    {fact}，{not_good}
    {liked}，[但是|不过|可是]{disliked}
    [虽然|尽管]{is_good}，[但是|可是]{is_bad}
    [原以为|本来以为|听说]{part}{good}，[没想到|其实|结果]{is_bad}
    {part}比[上次|别家|以前|网上说的]{bad}[多了|得多|一些]
    [上次|别家|以前]的{part}{good}，这次{bad}
    """)
PLAINLY_NEUTRAL = lines("""
    {fact}
    {fact}，{fact}
    {fact}。{fact}
    {so_so}
    {fact}。{so_so}
    {fact}，{so_so}
    {so_so}，{so_so}
    """)
NEUTRAL = lines("""
    {part}既不{good}也不{bad}
    {part}{good}，{part}{bad}，{so_so}
    有的{part}{good}，有的{part}{bad}
    {part}没有那么{good}，也没有那么{bad}
    说{good}的有，说{bad}的也有，看个人
    {part}和[上次|别家|以前]差不多
    """)
KINDS = (
    Kind("正面", 0.40, PLAINLY_POSITIVE, POSITIVE),
    Kind("负面", 0.35, PLAINLY_NEGATIVE, NEGATIVE),
    Kind("中性", 0.25, PLAINLY_NEUTRAL, NEUTRAL),
)


def reviews_zh(seed: int = SEED, rows: int = ROWS) -> list[Review]:
    """`rows` reviews of meals, films, gadgets and trips, no two with the same text."""
    domains = tuple({**COMMON, **domain} for domain in DOMAINS)
    return Reviewer(KINDS, domains, _finish, TURNED).reviews(seed, rows)


def _finish(text: str) -> str:
    return text + "。"
