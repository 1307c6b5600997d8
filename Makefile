# Everything a person types to work with this checkout. The steps themselves are in .ci.

MAKEFLAGS += --no-print-directory
.PHONY: help run test bench check format clean

help: ## what can be made (this list)
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  make run ARGS="--plain" hands arguments on; make run ARGS=--help lists them.'

run: ## start allclear (sets up and builds what is missing)
	@.ci/setup && .ci/release && exec .build/release/allclear $(ARGS)

test: ## run the tests (sets up what is missing)
	@.ci/setup && exec swift test --disable-xctest $(ARGS)

bench: ## measure how fast it starts and answers
	@.ci/setup && .ci/release && exec .ci/bench $(ARGS)

check: ## everything that is checked before a change is taken in
	@exec .ci/run

format: ## format the Swift sources
	@exec swift format --in-place --parallel --recursive Sources Tests Package.swift

clean: ## remove what was built
	@rm -f .build/release-stamp && exec swift package clean
