# What people type. `make run` and `make test` do all their own set-up; see packaging/setup.sh.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# Everything that a build keeps stays in the checkout.
SWIFT_PATHS := --cache-path .build/cache --config-path .build/configuration --security-path .build/security
SWIFT_SOURCES := Sources Tests Benchmarks Package.swift
RELEASE := .build/release/akmal

.PHONY: help run test acceptance bench bench-peers lint format clean release

help: ## Show what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

run: ## Set up, build, issue a demonstration course before your eyes and serve the site
	@packaging/setup.sh run
	@$(MAKE) release
	@exec $(RELEASE) demo

test: ## Set up, lint and run the whole suite
	@packaging/setup.sh test
	@$(MAKE) lint
	swift test --disable-xctest $(SWIFT_PATHS)

acceptance: ## Drive the release build from outside: browser, scanners, PDF tools, kill -9
	@packaging/setup.sh test
	@$(MAKE) release
	@swift build -c release --product akmal-pairs $(SWIFT_PATHS)
	@.venv/bin/python Tests/acceptance/run.py --akmal $(RELEASE)

bench: ## Measure what the product costs on this machine
	@packaging/setup.sh run
	@$(MAKE) release
	@swift build -c release --product akmal-bench $(SWIFT_PATHS)
	@.build/release/akmal-bench

bench-peers: ## Measure the same certificate and check page by others; MARKDOWN=file keeps the tables
	@packaging/setup.sh run
	@$(MAKE) release
	@swift build -c release --product akmal-bench $(SWIFT_PATHS)
	@Benchmarks/peers/setup.sh
	@.build/peers/python/bin/python -B Benchmarks/peers/run.py $(if $(MARKDOWN),--markdown "$(MARKDOWN)")

lint: ## Check the style of all Swift files
	swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)

format: ## Rewrite all Swift files in the project's style
	swift format --in-place --parallel --recursive $(SWIFT_SOURCES)

release:
	@echo "==> Building akmal (release)"
	@swift build -c release --product akmal $(SWIFT_PATHS)

clean: ## Remove what was built; keep demonstration data, fonts and the Python environment
	rm -rf .build
