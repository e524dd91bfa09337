"""Refusals of a run out of a bundle that several kinds of work have in common. Pure."""

from rnn_core.errors import BundleError


def other_series(folder: str) -> BundleError:
    """The refusal of a run that is not one of its data and its settings."""
    return BundleError(
        "other_series",
        "The run in {folder} says that it was made of other data or other settings than those in the bundle, "
        "so that nothing was taken in.",
        folder=folder,
    )


def strange_words(folder: str) -> BundleError:
    """The refusal of a run with words that are more than words."""
    return BundleError(
        "strange_words",
        "The run in {folder} holds texts that RNN Lab does not write, so that nothing was taken in. "
        "Only take in bundles that RNN Lab has made.",
        folder=folder,
    )


def not_following(folder: str) -> BundleError:
    """The refusal of a run that says what cannot come of its data and its settings."""
    return BundleError(
        "not_following",
        "What the run in {folder} says does not follow from its settings and its data, so that nothing was taken in. "
        "Only take in bundles that RNN Lab has made.",
        folder=folder,
    )
