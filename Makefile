# What a change must pass. PYTHON may name another interpreter that has the `dev` extra installed.
PYTHON ?= .venv/bin/python

.PHONY: check format lint types test benchmark

check: lint types test

format:
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

lint:
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest

benchmark:
	$(PYTHON) -m benchmarks
