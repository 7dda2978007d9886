# make demo    sets up, builds from corpus/, looks terms up
# make test    sets up, checks style and types, runs the tests
#
# Needs git, make and Python 3.11 or newer; everything else goes into .venv.

VENV := .venv
RUN := $(VENV)/bin
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$python; break; }; done)

.PHONY: demo test lint docs generated clean

demo: $(VENV)/ready
	@echo '$$ zhjagloss build corpus -o $(VENV)/demo'
	@$(RUN)/zhjagloss build corpus -o $(VENV)/demo >/dev/null
	@echo
	@echo '$$ echo 粤港澳大湾区の党工委 | zhjagloss segment'
	@echo 粤港澳大湾区の党工委 | $(RUN)/zhjagloss segment
	@echo
	@echo '$$ zhjagloss lookup -g $(VENV)/demo --relation exact 高新区 党工委 大湾区'
	@$(RUN)/zhjagloss lookup -g $(VENV)/demo --relation exact --format table 高新区 党工委 大湾区

test: $(VENV)/ready lint
	@$(RUN)/python -m pytest -n auto

lint: $(VENV)/ready
	@$(RUN)/ruff check
	@$(RUN)/ruff format --check
	@$(RUN)/mypy

# The page of commands, and what the shipped glossary knows of the shipped corpus.
docs: $(VENV)/ready
	@$(RUN)/python -m tests.commands_page > docs/commands.md.new && mv docs/commands.md.new docs/commands.md

generated: $(VENV)/ready
	@$(RUN)/zhjagloss build

$(VENV)/ready: pyproject.toml
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer with its venv module is needed (Debian: python3-venv)'; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV)
