"""The labelled English reviews: negations, turns with "but", expectations and comparisons, so that order matters."""

from rnn_core.text.made.english_opinions import COMMON, DOMAINS
from rnn_core.text.made.grammar import Rules, articles, capitals, lines
from rnn_core.text.made.reviewing import Kind, Review, Reviewer

SEED = 21
ROWS = 3_000
TURNED = 0.25

PLAINLY_POSITIVE = lines("""
    {is_good}
    {is_good}, [and|and also] {is_good}
    {is_good}, {after}
    {is_good}. ^{fact}
    {fact}. ^{is_good}
    """)
POSITIVE = lines("""
    {not_bad}
    {not_bad}, and {liked}
    {fact}, and {not_bad}
    {is_bad}, but {is_good}
    {disliked}, [but|yet|still] {liked}
    [although|even though] {is_bad}, {is_good}
    I expected {a_bad} {one}, but {liked}
    [friends|critics|others] say it is {bad}, [but|yet] {liked}
    the {part} was [far|much] [better|more {good}] than [the last one|I had feared|at home|in the other {one}]
    [the other {one}|last year's {one}|the old one] was {bad}, this one was {good}
    """)
PLAINLY_NEGATIVE = lines("""
    {is_bad}
    {is_bad}, [and|and also] {is_bad}
    {is_bad}, {after}
    {is_bad}. ^{fact}
    {fact}. ^{is_bad}
    """)
NEGATIVE = lines("""
    {not_good}
    {not_good}, and {disliked}
    {fact}, and {not_good}
    {is_good}, but {is_bad}
    {liked}, [but|yet|still] {disliked}
    [although|even though] {is_good}, {is_bad}
    I expected {a_good} {one}, but {disliked}
    [friends|critics|others] say it is {good}, [but|yet] {disliked}
    the {part} was [far|much] [worse|less {good}] than [the last one|I had hoped|at home|in the other {one}]
    [the other {one}|last year's {one}|the old one] was {good}, this one was {bad}
    """)
PLAINLY_NEUTRAL = lines("""
    {fact}
    {fact}, and {fact}
    {fact}. ^{fact}
    {so_so}
    {so_so}, {after}
    {fact}. ^{so_so}
    {fact}, [and|but] {so_so}
    """)
NEUTRAL = lines("""
    the {part} was neither {good} nor {bad}
    the {part} was {good}, the {parts} were {bad}, so {so_so}
    some of the {parts} were {good}, some [of them|of the {parts}] were {bad}
    not as {good} as they say, and not as {bad} either
    {is_good} and {is_bad}, [I cannot decide|so it depends|make up your own mind]
    the {part} was [just like|no better and no worse than] [the last one|at home|in the other {one}]
    """)
MORE: Rules = {
    "a_bad": ("a {bad}",),
    "a_good": ("a {good}",),
    "so_so": lines("""
        the {part} was [okay|average|acceptable|nothing special|as expected|all right|ordinary]
        the {parts} were [okay|average|acceptable|nothing special|as expected|all right|ordinary]
        [it was|this is] an [average|ordinary|acceptable] {one}
        I [have no opinion|do not know what to think|neither liked nor disliked it|would give it five of ten]
        it does what it should
        """),
}
KINDS = (
    Kind("positive", 0.40, PLAINLY_POSITIVE, POSITIVE),
    Kind("negative", 0.35, PLAINLY_NEGATIVE, NEGATIVE),
    Kind("neutral", 0.25, PLAINLY_NEUTRAL, NEUTRAL),
)


def reviews_en(seed: int = SEED, rows: int = ROWS) -> list[Review]:
    """`rows` reviews of meals, films, gadgets and trips, no two with the same text."""
    domains = tuple({**COMMON, **MORE, **domain} for domain in DOMAINS)
    return Reviewer(KINDS, domains, _finish, TURNED).reviews(seed, rows)


def _finish(text: str) -> str:
    return capitals(articles("^" + text)) + "."
