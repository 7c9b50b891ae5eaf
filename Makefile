# The commands of whoever works on casusboek. "make test" is everything, on a bare Debian or Ubuntu with Go, git and make:
# it installs what the tests need (a browser, poppler, axe-core) when that is missing.

code := main.go generator templates

.PHONY: release epubcheck faults test quick needs lint bench bench-parts bench-pdf verapdf golden screenshot clean

test: lint
	go test -count=1 -timeout 30m ./...

# Without a browser and without killing builds: a minute, for while you work.
quick:
	go test -short ./...

needs:
	sh generator/checks/install.sh

lint: needs
	@unformatted=$$(gofmt -l $(code)) && test -z "$$unformatted" || { echo "run gofmt -w on:" $$unformatted; exit 1; }
	@unformatted=$$(go tool gofumpt -l $(code)) && test -z "$$unformatted" || { echo "run go tool gofumpt -w on:" $$unformatted; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	node .cache/typescript-*/lib/tsc.js -p templates/script/jsconfig.json

# Speed and memory of the real program on generated casebooks, and the floor beside it. 10,000 cases take minutes: make bench SIZES=100,1000
SIZES = 100,1000,10000
bench:
	go run ./generator/tools bench -sizes $(SIZES)

# The benchmarks of single packages, for profiles.
bench-parts:
	go test -run '^$$' -bench . -benchmem ./...

# Time and memory of printing a hundred handouts and a hundred decks.
bench-pdf:
	go test -run '^$$' -bench PDF -benchtime 1x ./generator

# Asks veraPDF whether all PDFs of the example conform to PDF/UA-1. Needs Java and Maven.
verapdf: needs
	sh generator/checks/verapdf.sh
	VERAPDF="$$(ls -d $(CURDIR)/.cache/verapdf/* | tail -n 1)" go test -count=1 -v -run VeraPDF ./generator/checks

# Asks epubcheck whether the example is a sound book. Needs Java and Maven.
epubcheck:
	sh generator/checks/epubcheck.sh

# Accepts all golden files as they now come out. Read the difference before you commit it.
golden:
	go test -count=1 -short $$(grep -rl --include=*_test.go 'flag.Bool("update"' generator | xargs -n 1 dirname | sort -u | sed 's,^,./,') -update
	UPDATE=1 go test -count=1 ./generator/cli
	git status --short

# The pictures in README.md and in the manual.
screenshot: needs
	go run ./generator/tools screenshots

clean:
	rm -rf .cache casusboek

# Whether the tests of the guard notice what they should: deliberate faults in a copy of the tree, one by one (five minutes).
faults:
	go run generator/checks/faults/try.go

# What people download: archives for six systems, lists of their parts, sums.
release:
	go run ./generator/tools release --out dist
