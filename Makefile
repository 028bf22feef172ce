# make demo   from nothing to three answers: virtual environment, model, index
# make test   style, types and tests
# make domains  folders of other subjects, asked their questions: how many are right, and refused
# make check  the knowledge, with the likeness of phrasings: encodes them all the first time
# Both start from Python 3.11 or later, make and the package registries, and install only what is missing.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name) 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test domains check clean

demo: $(VENV)/installed
	@$(BIN)/guichet index
	@for question in "C'est quoi un gun en Corée ?" "프랑스의 프레페는 선거로 뽑나요?" "What is an EPCI?"; do \
		printf '\n> %s\n\n' "$$question"; $(BIN)/guichet ask "$$question"; \
	done

test: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/guichet check --strict --no-model
	$(BIN)/pytest -n 3 --dist loadscope

domains: $(VENV)/installed
	@for folder in tests/domains/*; do \
		export GUICHET_KNOWLEDGE=$$folder GUICHET_STATE=build/$$folder; \
		$(BIN)/guichet index; $(BIN)/guichet eval $$folder/questions.jsonl; \
	done

check: $(VENV)/installed
	$(BIN)/guichet check --strict

$(VENV)/python:
	@if [ -z "$(PYTHON)" ]; then echo "guichet: no python3 found; install Python 3.11 or later" >&2; exit 1; fi
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "guichet: $(PYTHON) is older than Python 3.11; install a later one, or: make demo PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "guichet: the venv module is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/installed: pyproject.toml requirements/constraints.txt | $(VENV)/python
	@echo "guichet: installing, this takes a minute or two" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements/constraints.txt --editable . || \
		{ echo "guichet: pip could not install; is a package registry within reach?" >&2; exit 1; }
	@$(BIN)/python -m compileall -q bot index knowledge
	@touch $@

$(VENV)/installed-dev: pyproject.toml requirements/constraints.txt | $(VENV)/installed
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements/constraints.txt --editable '.[dev]' || \
		{ echo "guichet: pip could not install; is a package registry within reach?" >&2; exit 1; }
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache
