# `make` alone lists what can be done. Everything lives in .venv; nothing is installed outside this folder.
PY := .venv/bin/python
# The first Python that is new enough; .venv is made of it. `make PYTHON=/path/to/python run` chooses another.
PYTHON ?= $(shell for p in python3 python3.12 python3.11 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && exit; done; echo python3)
INSTALL = @command -v $(PYTHON) >/dev/null || { echo "Cannot start: no $(PYTHON) was found; Python 3.11 or newer is needed." >&2; exit 1; }; \
	$(PYTHON) config/install.py

.DEFAULT_GOAL := help
.PHONY: help install run test lint format eval bench fuzz screenshots
help:     ; @awk -F '## ' '/^[a-z]+:[^;]*## / { split($$1, t, ":"); printf "  make %-9s %s\n", t[1], $$2 }' Makefile

install: ## install what the program needs into .venv
	$(INSTALL)
run: install ## start everything and print the address to open; Ctrl-C stops it
	@exec $(PY) -m config.launch
.tests:
	$(INSTALL) tests
test: .tests lint ## lint, then all tests: units, real Redis and worker, SQLite and PostgreSQL, a real browser
	@$(PY) -m tests.everything
lint: .tests ## style, and which package may import which
	@$(PY) -m ruff check . && $(PY) -m ruff format --check . && .venv/bin/lint-imports --no-logo
format: .tests ## put the code into the common style
	@$(PY) -m ruff check --fix . && $(PY) -m ruff format .
eval: install ## score the engine on our own articles, and on the dev articles where they are
	@$(PY) manage.py evaluate
bench: install ## time the slow parts against a bare baseline
	@$(PY) -m benchmarks
fuzz: .tests ## break 10,000 files and count what becomes of them (see docs/readers.md)
	@$(PY) -m tests.fuzz --keep out/fuzz
screenshots: .tests ## take the pictures of docs/ anew, from the running program
	@$(PY) -m tests.screenshots
