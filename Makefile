# The project's commands; plain `make` lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check bench audit messages lock

export HOST ?= 127.0.0.1
export PORT ?= 8000
BIN := .venv/bin
NODE := tests/node/node_modules/.package-lock.json

help: ## List the commands
	@sed -En 's/^([a-z]+):.*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

run: .venv/run.installed ## Serve the site on HOST:PORT (127.0.0.1:8000); an empty one gets the demo
	@DJANGO_RUNSERVER_HIDE_WARNING=true $(BIN)/python -u manage.py start $(HOST):$(PORT)

test: .venv/dev.installed ## Run all tests on SQLite and PostgreSQL; ARGS="-k feed" goes to pytest
	@$(BIN)/python tests/run.py $(ARGS)

check: .venv/dev.installed ## Check style, templates, types, import rules, migrations, production settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint .
	find . \( -name .venv -o -name node_modules \) -prune -o -name '*.html' -print0 | xargs -0r $(BIN)/djade --check
	$(BIN)/mypy .
	$(BIN)/lint-imports
	DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py makemigrations --check --dry-run
	DJANGO_SETTINGS_MODULE=cms.settings.base SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_hex(40))') \
	ALLOWED_HOSTS=practice.example SITE_URL=https://practice.example DATABASE_URL=postgres:///practice \
	$(BIN)/python manage.py check --deploy --fail-level WARNING

bench: .venv/dev.installed ## Measure feeds, pages, search, a flood of comments and daily texts; ARGS="pages" is a part of it, ARGS="100 1000" are sizes of shows
	@$(BIN)/python -m bench $(ARGS)

audit: .venv/dev.installed audit/node_modules/.package-lock.json ## Judge the demo site by crawl, axe, HTML checker and Lighthouse; ARGS="crawl axe" are parts
	@$(BIN)/python -m audit $(ARGS)

audit/node_modules/.package-lock.json: audit/package-lock.json
	@npm ci --prefix audit --loglevel=error --no-audit --no-fund && touch $@

messages: .venv/dev.installed ## Bring the catalogues in locale/ up to date with the sources (needs gettext)
	@command -v xgettext >/dev/null || { echo "make messages needs gettext: apt-get install gettext" >&2; exit 1; }
	@DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py messages

lock: ## Write the requirement locks anew (needs uv); ARGS=--upgrade takes newer releases
	@command -v uv >/dev/null || { echo "make lock needs uv on the PATH: pip install uv" >&2; exit 1; }
	$(COMPILE) -o requirements.txt
	$(COMPILE) --group dev -c requirements.txt -o requirements-dev.txt

COMPILE = uv pip compile pyproject.toml --quiet --universal --generate-hashes --python-version 3.11 --no-header $(ARGS)

define install
	@echo "Installing $< into .venv"
	@if command -v uv >/dev/null; \
	then uv pip install --quiet --python $(BIN)/python --require-hashes -r $<; \
	else $(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes -r $<; fi
endef

.venv/run.installed: requirements.txt | $(BIN)/python
	$(install)
	@touch $@

# The second lock holds the first, so `make run` need not install again.
.venv/dev.installed: requirements-dev.txt | $(BIN)/python
	$(install)
	@touch .venv/run.installed $@

$(BIN)/python:
	@for python in python3.11 python3 python3.12 python3.13 python3.14 none; do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; done; \
	if [ $$python = none ]; then echo "Python 3.11 or newer is needed: apt-get install python3 python3-venv" >&2; exit 1; \
	elif command -v uv >/dev/null; then uv venv --quiet --seed --python "$$(command -v $$python)" .venv; \
	elif $$python -c 'import ensurepip, venv' 2>/dev/null; then $$python -m venv .venv; \
	else echo "This Python cannot make virtual environments: apt-get install python3-venv" >&2; exit 1; fi

ifneq ($(wildcard tests/node/package-lock.json),)
test: $(NODE)
$(NODE): tests/node/package-lock.json
	@if command -v npm >/dev/null; then npm ci --prefix tests/node --loglevel=error --no-audit --no-fund && touch $@; \
	else echo "npm is missing, so the tests that need Node are skipped: apt-get install npm"; fi
endif
