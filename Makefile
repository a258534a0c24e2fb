# make demo   the shipped example, from nothing to a report
# make test   lint, types, import floors, tests, from nothing
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPORT ?= demo-report
PYTEST_FLAGS ?= -n 2 --dist loadgroup

.PHONY: help demo test test-browser lint types floors unit docs gate clean

help:
	@sed -n 's/^# make/make/p' Makefile

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	@touch $@ $(VENV)/.core

demo: $(VENV)/.core
	$(BIN)/retold demo -o $(REPORT)

test: lint types floors unit

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

floors: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest $(PYTEST_FLAGS)

# make test-browser   the report in Debian's chromium: axe, keys, print, hostile texts; makes the pictures of the docs
test-browser: $(VENV)/.browser
	RETOLD_BROWSER=1 $(BIN)/pytest tests/browser

$(VENV)/.browser: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get install --yes chromium; \
	  else echo "needs chromium on PATH: install it (Debian: apt-get install chromium)" >&2; exit 1; fi; }
	@touch $@

# make docs   write the pages that are made from the code
docs: $(VENV)/.dev
	for page in cli.md codes.md settings.md schema.json; do \
	  $(BIN)/python -m retold.cli.reference $${page%.*} > docs/$$page.new && mv docs/$$page.new docs/$$page || exit 1; \
	done

# One thread: the figures are the same with more, and two cores are soon oversubscribed.
gate: $(VENV)/.dev
	OMP_NUM_THREADS=1 $(BIN)/python -m benchmarks gate

clean:
	rm -rf $(VENV) build dist $(REPORT) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
