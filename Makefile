# Everything this project can do. `make help` lists it.

PYTHON ?= python3
PROJECT ?= .
SECONDS ?= 60
SAMPLE ?= 24
BIN := .venv/bin

.PHONY: help setup setup-dev setup-pdf setup-spacy site serve pdf test check fresh bench fuzz mutate scorecard supply audit format lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' Makefile

setup:
	@$(PYTHON) scripts/bootstrap.py

setup-dev:
	@$(PYTHON) scripts/bootstrap.py --dev

setup-pdf: ## Install what `make pdf` needs
	@$(PYTHON) scripts/bootstrap.py --pdf

setup-spacy: ## Install what "recognizer: spacy" in seeds/dossier.yml needs
	@$(PYTHON) scripts/bootstrap.py --spacy

site: setup ## Convert seeds/ and build site/ (PROJECT=DIR for another project)
	@$(BIN)/dossier build --project "$(PROJECT)"

serve: setup ## Build, serve on this machine, rebuild when seeds/ change
	@$(BIN)/dossier serve --project "$(PROJECT)"

pdf: setup-pdf ## Write the brief and the whole dossier as PDF into build/
	@$(BIN)/dossier pdf build --project "$(PROJECT)"

test: setup-dev check ## Set up and run every check and test
	@$(BIN)/pytest

check: setup-dev ## Style, types and import layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

fresh: setup ## Fail if docs/ is not what seeds/ gives
	@$(BIN)/dossier verify --project "$(PROJECT)"

bench: setup-dev ## Measure extraction on labelled cases and corpora
	@$(BIN)/dossier bench

fuzz: setup-dev ## Look for inputs that break reading (SECONDS=60 a target)
	@$(PYTHON) scripts/bootstrap.py --dev --fuzz
	@$(BIN)/python scripts/fuzz.py --seconds "$(SECONDS)"

mutate: setup-dev ## Break the code in many places and see whether tests notice (SAMPLE=24 a room)
	@$(PYTHON) scripts/bootstrap.py --dev --mutate
	@$(BIN)/python scripts/mutate.py --sample "$(SAMPLE)"

scorecard: setup-dev ## Run what docs/about/reliability.md counts, and write it
	@$(BIN)/python scripts/scorecard.py

supply: ## Write the bill of materials and the list of licences into build/
	@$(PYTHON) scripts/supply.py bill

audit: ## Ask the advisory database about every locked package (needs the network)
	@$(PYTHON) scripts/supply.py audit

format: setup-dev ## Put the code into the house's format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: setup-dev ## Lock the newest allowed versions of all dependencies, by hash
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-annotate pyproject.toml --extra build -o requirements/base.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-annotate pyproject.toml --extra build --extra dev -o requirements/dev.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-annotate pyproject.toml --extra build --extra spacy \
		--constraint requirements/dev.lock -o requirements/spacy.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-annotate pyproject.toml --extra build --extra pdf \
		--constraint requirements/dev.lock -o requirements/pdf.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-annotate pyproject.toml --extra build --extra supply \
		--constraint requirements/dev.lock -o requirements/supply.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-annotate pyproject.toml --extra build --extra fuzz \
		--constraint requirements/dev.lock -o requirements/fuzz.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-annotate pyproject.toml --extra build --extra mutate \
		--constraint requirements/dev.lock -o requirements/mutate.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-annotate requirements/followthemoney.in \
		-o requirements/followthemoney.lock

clean: ## Delete the built site and caches, not the environment
	rm -rf site .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
