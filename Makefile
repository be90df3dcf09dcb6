# The two commands of the README: `make run` and `make test`. Everything else serves people who change Qampus.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
CPUS   := $(shell nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2)

.PHONY: run test lint bench accuracy build lock clean test-slurm

run: $(VENV)/.installed
	@exec $(BIN)/qampus up $(ARGS)

test: $(VENV)/.installed-test lint
	@$(BIN)/python -m tests.system_packages
	$(BIN)/pytest -n $(CPUS) --dist loadgroup $(ARGS)

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check grader portal tests
	$(BIN)/mypy
	$(BIN)/lint-imports

# All figures that are claimed, on an idle machine. It takes long; ARGS="throughput latency pages" measures these alone.
PORTAL_BENCHES := pages
bench: $(VENV)/.installed-test
ifneq ($(filter-out $(PORTAL_BENCHES),$(or $(ARGS),all)),)
	$(BIN)/qampus build
	$(BIN)/python -m grader.bench $(filter-out $(PORTAL_BENCHES),$(ARGS))
endif
ifneq ($(filter $(PORTAL_BENCHES),$(or $(ARGS),$(PORTAL_BENCHES))),)
	$(BIN)/python -m portal.bench $(filter $(PORTAL_BENCHES),$(or $(ARGS),$(PORTAL_BENCHES)))
endif

# Measures how often each check errs and writes docs/accuracy.md, some ten minutes; ARGS="04_entanglement" measures one module anew.
accuracy: $(VENV)/.installed
	$(BIN)/qampus audit --record $(ARGS)

# As root, with slurm-wlm, munge and openssl: a real SLURM on this machine, started and stopped by the script.
test-slurm: $(VENV)/.installed-test
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-slurm.txt
	tests/slurm/run.sh $(BIN)/python

build: $(VENV)/.installed
	$(BIN)/qampus build

# A new lock file is made on purpose, never by the way: `make lock`, then read the difference.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet
lock:
	$(LOCK) --extra build -o requirements.txt
	$(LOCK) --extra build --extra test -c requirements.txt -o requirements-test.txt
	$(LOCK) --extra build --extra slurm -c requirements.txt -o requirements-slurm.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "Qampus needs Python 3.11, 3.12 or 3.13; this is %s. Say which one to use: make PYTHON=python3.12" % sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.txt pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements-test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

clean:
	rm -rf build .mypy_cache .pytest_cache .ruff_cache
