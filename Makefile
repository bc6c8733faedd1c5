# `make demo` and `make test` are all a fresh machine with python3 and make needs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
BENCH  ?=

.PHONY: demo test lint bench clean

demo: $(VENV)/.installed
	$(BIN)/summarise batch corpus -o demo --pattern '*.txt' --format html --force
	$(BIN)/summarise digest corpus/01-market-shelling.txt
	@echo
	@echo "Open demo/index.html in a browser to see the other articles."

test: $(VENV)/.tested
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# BENCH is a folder with the development sets; see benchmarks/README.md.
bench: $(VENV)/.benched
	@test -n "$(BENCH)" || { echo "make bench BENCH=folder-with-the-development-sets" >&2; exit 2; }
	$(BIN)/python -m benchmarks.run "$(BENCH)"

clean:
	rm -rf $(VENV) demo dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.tested: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@ $(VENV)/.installed

$(VENV)/.benched: $(VENV)/.tested
	$(BIN)/python -m pip install --quiet --editable '.[test,bench]'
	touch $@
