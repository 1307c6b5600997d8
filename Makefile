# Everything a person types to work with this checkout. The steps themselves are in .ci.

MAKEFLAGS += --no-print-directory
.PHONY: help build run install uninstall deb man hear test bench fuzz check format clean

PREFIX ?= /usr/local
export PREFIX DESTDIR

help: ## what can be made (this list)
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  make run ARGS="--plain" hands arguments on; make run ARGS=--help lists them.'

run: ## start allclear (sets up and builds what is missing)
	@.ci/setup && .ci/release && exec .build/release/allclear $(ARGS)

build: ## only build it, as it is installed
	@.ci/setup && exec .ci/release

install: ## put it where every shell finds it (PREFIX=/usr/local, DESTDIR=)
	@exec .ci/install

uninstall: ## take that away again; the journal stays
	@exec .ci/install --remove

deb: ## make a Debian package, in .build
	@.ci/setup && .ci/release && exec .ci/deb

man: ## write the manual page anew, after a change of commands, options or keys
	@.ci/setup && exec .ci/man

hear: ## a practice as sound, with the times of its lines (ARGS="somatic-tracking 3")
	@.ci/setup --tests && exec .ci/hear $(ARGS)

test: ## run the tests (sets up what is missing)
	@.ci/setup --tests && exec swift test --disable-xctest $(ARGS)

bench: ## measure how fast it starts and answers (RUNS=30 ONLY=frame, CAUSES=FILE)
	@.ci/setup && .ci/release && exec .ci/bench $(ARGS)

fuzz: ## hand made-up files to the content's compiler (SECONDS=600)
	@.ci/setup && FUZZ_SECONDS=$(or $(SECONDS),600) exec .ci/fuzz $(ARGS)

check: ## everything that is checked before a change is taken in
	@exec .ci/run

format: ## format the Swift sources
	@exec swift format --in-place --parallel --recursive Sources Tests Package.swift

clean: ## remove what was built
	@rm -f .build/release-stamp && exec swift package clean
