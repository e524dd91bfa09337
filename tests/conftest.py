"""Two processes share the tests. Law: tests with a browser, or with workers of their own, all stay in one of them."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Group the tests: all that start processes together, each other file for itself."""
    for item in items:
        heavy = item.get_closest_marker("browser") or item.get_closest_marker("engine")
        item.add_marker(pytest.mark.xdist_group("processes" if heavy else str(item.path)))
