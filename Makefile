# make demo   the shipped example, from nothing to a report
# make test   lint, types, import floors, tests, from nothing
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPORT ?= demo-report
PYTEST_FLAGS ?= -n 2 --dist loadgroup

.PHONY: help demo test test-browser test-engines lint types floors unit docs site gate clean

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

# make test-engines   one pile on every engine: serial, processes, Daft, Daft on Ray, Spark; the same bytes from each
test-engines: $(VENV)/.engines
	RETOLD_ENGINES=1 $(BIN)/pytest -n0 tests/engines

$(VENV)/.engines: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[ray,spark]'
	@command -v java >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update && apt-get install --yes --no-install-recommends default-jre-headless; \
	  else echo "needs Java 17 or later on PATH: install it (Debian: apt-get install default-jre-headless)" >&2; exit 1; fi; }
	@touch $@

# make docs   write the pages that are made from the code
docs: $(VENV)/.dev
	for page in cli.md codes.md settings.md schema.json http-api.md openapi.json python-reference.md; do \
	  $(BIN)/python -m retold.cli.reference $${page%.*} > docs/$$page.new && mv docs/$$page.new docs/$$page || exit 1; \
	done

# make site   the docs as a site in site/; a broken link, or a page that no list has, fails
site: $(VENV)/.site
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --nitpicky --quiet -d $(VENV)/doctrees docs site

$(VENV)/.site: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@touch $@

# One thread: the figures are the same with more, and two cores are soon oversubscribed.
gate: $(VENV)/.dev
	OMP_NUM_THREADS=1 $(BIN)/python -m benchmarks gate

clean:
	rm -rf $(VENV) build dist site $(REPORT) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
