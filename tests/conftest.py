"""What must be so before any test."""

import curl_cffi.requests  # noqa: F401 - loaded after TensorFlow it would take TensorFlow's own curl for its own
