# `make run` opens the window on the sample project, `make test` runs the whole suite.
# Both set up .venv first; that happens once, and again when what the project needs has changed.

SHELL := /bin/bash
BIN := .venv/bin
READY := .venv/ready
OFFSCREEN := QT_QPA_PLATFORM=offscreen
DISPLAYLESS := $(if $(filter Linux,$(shell uname)),$(if $(DISPLAY)$(WAYLAND_DISPLAY),,yes))
BENCHES = $(basename $(notdir $(shell grep -l '^def main' tests/benchmarks/*.py)))

.PHONY: run test bench check screens clean

ifeq ($(DISPLAYLESS),yes)
run: $(READY)
	@rm -rf build/tour && mkdir -p build
	$(OFFSCREEN) $(BIN)/hedgerow tour build/tour
	@echo "This machine has no display, so the window was driven off screen through the main job."
	@echo "Its pictures, its dataset and the log of what was checked lie in $(CURDIR)/build/tour."
else
run: $(READY)
	$(BIN)/hedgerow-desktop --sample
endif

test: $(READY)
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto

bench: $(READY)
	@for bench in $(BENCHES); do $(OFFSCREEN) $(BIN)/python -m tests.benchmarks.$$bench || exit 1; done

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	.ci/smoke

screens: $(READY)
	@rm -rf build/screens && mkdir -p build resources/screens
	$(OFFSCREEN) $(BIN)/hedgerow tour build/screens
	cp build/screens/*-restarted-light.png resources/screens/annotate-light.png
	cp build/screens/*-restarted-dark.png resources/screens/annotate-dark.png

clean:
	rm -rf .venv build dist

$(READY): pyproject.toml constraints.txt .ci/prepare
	.ci/prepare
	@touch $@
