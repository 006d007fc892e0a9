# make run, make test: each does all its own set-up.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501
FAILED := --last-failed --last-failed-no-failures none

# Else each of the processes that test would translate all tests and all of the course anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test quick lint translated bench check install install-dev browser tools clean

help:  ## what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: install  ## start the course on PORT (8501)
	@$(PY) -m streamlit run app.py --server.port $(PORT)

test: install-dev browser tools  ## everything that is tested: lint, both databases, browser
	@$(MAKE) --no-print-directory -j2 lint translated
	@$(PY) -m pytest -n 3 --dist loadscope --no-loadscope-reorder \
		|| { ! $(PY) -m pytest -m "not browser" $(FAILED) --collect-only >/dev/null \
		&& echo "NIET ALLES GING GOED IN DE BROWSER. Wat misging, krijgt alleen nog een kans:" && $(PY) -m pytest tests/browser $(FAILED); }

quick: install-dev  ## tests without browser, on SQLite, and without the longest
	@$(PY) -m pytest -m "not browser and not postgres and not thorough" -n 2 --dist loadscope

lint: install-dev  ## style, types, layers, content
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check . && $(VENV)/bin/mypy && $(VENV)/bin/lint-imports
	@$(PY) -m school check

# What is wrong in a test is said when it is run.
translated: install-dev
	@$(PY) -m pytest --collect-only >/dev/null 2>&1 || true

check: install  ## look the content over
	@$(PY) -m school check

bench: install-dev  ## speed, as ratios to an empty script in one run
	@$(PY) -m bench

install: $(VENV)/installed
install-dev: $(VENV)/installed-dev

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Nodig: Python 3.11 of nieuwer (Debian/Ubuntu: apt install python3). Of wijs hem aan: make PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "Nodig: het pakket python3-venv (Debian/Ubuntu: apt install python3-venv)."; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	@echo "De cursus wordt klaargezet; dat duurt de eerste keer een minuut of twee."
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $(VENV)/installed $@

browser: install-dev
	@$(PY) tests/browser/chromium.py

tools: install-dev
	@$(PY) tests/tools.py

clean:  ## remove what was made here, but not data/
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
