"""What the tests of exports share."""

import pytest

from tests.export.script_cases import Reproduced, reproduce


@pytest.fixture(scope="session")
def reproduced(tmp_path_factory: pytest.TempPathFactory) -> Reproduced:
    """All cases trained, and their scripts and networks tried where RNN Lab is not."""
    return reproduce(tmp_path_factory.mktemp("scripts"))
