"""A refusal of another room as one of the bundle: the same words under the same code. Pure."""

from rnn_core.errors import BundleError, RnnLabError


def as_bundle_error(error: RnnLabError) -> BundleError:
    """`error`, which came up while a bundle was read."""
    return BundleError(error.code, error.sentence.template, **error.sentence.values)
