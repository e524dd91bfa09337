# `make run` opens the dashboard, `make test` checks everything. Both set themselves up on a fresh machine.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

.PHONY: run room test check lock translations screenshots bench benchmarks clean

run: $(VENV)/.ready
	$(BIN)/python -m streamlit run app.py

# For everybody in the same network, as in a class room: `make run` listens to this computer only.
room: $(VENV)/.ready
	$(BIN)/python -m streamlit run app.py --server.address 0.0.0.0

# Tests that start a browser or workers of their own have the machine to themselves; the others share two cores.
test: check
	$(BIN)/python -m pytest -m "not browser and not engine" --numprocesses=2 --dist=worksteal
	$(BIN)/python -m pytest -m "browser or engine"

check: $(VENV)/.ready-to-test
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/lint-imports

# What follows is for people who change RNN Lab.

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

translations: $(VENV)/.ready-to-test
	$(BIN)/python -m pages.ui.translations

screenshots: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.browser.screenshots

# The race against plain Keras, and against PyTorch where it is installed (or TORCH_PYTHON names a Python that has it).
bench: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.benchmarks race

benchmarks: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.benchmarks

clean:
	$(PYTHON) -c "import shutil; shutil.rmtree('$(VENV)', ignore_errors=True)"

$(VENV)/.made:
	$(PYTHON) -c "import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else 'RNN Lab needs Python 3.11, 3.12 or 3.13; this is ' + sys.version.split()[0] + '. Try: make PYTHON=python3.11')"
	$(PYTHON) -m venv $(VENV)
	$(PYTHON) -c "open('$@', 'w').close()"

$(VENV)/.ready: requirements.lock $(VENV)/.made
	@echo "Setting up: this takes a minute or two the first time."
	$(PIP) -r requirements.lock
	$(PYTHON) -c "open('$@', 'w').close()"

$(VENV)/.ready-to-test: requirements-dev.lock $(VENV)/.made
	@echo "Setting up: this takes a minute or two the first time."
	$(PIP) -r requirements-dev.lock
	$(PYTHON) -c "open('$@', 'w').close()"
