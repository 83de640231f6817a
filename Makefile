# make site   sets everything up and builds this site into site/
# make test   sets everything up and runs every check
# make serve  previews the site while you write, with comments to try
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Python compiles each module once, and not again for every build that the tests start.
unexport PYTHONDONTWRITEBYTECODE

# Three processes share the tests; the one that is done first takes tests from the others. One more than CI has
# processors, for tests in the browser and of the preview wait half of their time.
WORKERS := --numprocesses 3 --dist worksteal

.PHONY: site serve test tests lint requirements clean

site: $(READY)
	$(BIN)/mkdocs build --strict

# Isso runs beside the preview and ends with it; where it cannot run it says so, and the preview goes on.
serve: $(READY)
	@$(BIN)/byline comments serve --with-parent $$$$ & exec $(BIN)/mkdocs serve

# What reads the code alone does so beside the tests; both are seen to their ends.
test: $(READY)
	@$(MAKE) --no-print-directory --jobs=2 --keep-going lint tests

tests: $(READY)
	bash tests/install.sh
	$(BIN)/pytest $(WORKERS)

lint: $(READY)
	$(BIN)/ruff check plugins tests training benchmarks
	$(BIN)/ruff format --check plugins tests training benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

$(READY): requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Byline needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Needs uv on the path; run it after changing the dependencies in pyproject.toml.
requirements:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --extra dev pyproject.toml --output-file requirements/dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --extra training --constraint requirements/dev.txt pyproject.toml --output-file requirements/training.txt

clean:
	rm -rf $(VENV) site .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

# All edits between two builds in tests/warm, 120 double builds; `make test` runs the half that tells most.
.PHONY: warm
warm: $(READY)
	$(BIN)/pytest $(WORKERS) -m "" tests/adapter/test_warm_builds.py

# 200 builds killed, 50 that cannot write, 50 pairs at once: minutes, not part of `make test`.
.PHONY: torture
torture: $(READY)
	PYTHONPATH=tests $(BIN)/python -m torture
