#!/bin/sh
# Installs what the tests need and this machine does not have: a browser, poppler (pdftotext, pdftoppm), zbar, strace, two shells, two fonts, Wine and a C
# compiler for Windows (where Wine runs), axe-core and TypeScript.
# System packages come from apt; on another system this says what to install. axe-core (MPL-2.0) and TypeScript (Apache-2.0), which reads
# the types in the scripts, are not part of this repository: npm brings exactly these versions into .cache/, and their sums are checked.
set -eu
cd "$(dirname "$0")/../.."

axe=4.12.0
axe_sha512=1536afaffec16b4229b7018e3f19d0bddc96dad02c74b04c4c15f3eeb287eb1276b24a72c69071c87903741b3895febdc91a98a64a8275f867c12f1850b18e9a
typescript=6.0.3
typescript_sha512=cb64efbb14993c3c906a490544f6472859be28a56a222b1d83dfc26709bd7edbca5cb3fc3515a3dfcfce0e335baf8dd2b285ea36e022b047f519d0b1a9671d07

has() { command -v "$1" >/dev/null 2>&1; }

# The same names, in the same order, as in generator/pdf/chrome/find.go.
has_browser() {
	[ -n "${CHROME:-}" ] && return 0
	for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge microsoft-edge-stable; do
		has "$name" && return 0
	done
	[ -d "/Applications/Google Chrome.app" ] || [ -d /Applications/Chromium.app ] || [ -d "/Applications/Microsoft Edge.app" ]
}

# install NAME WHY: with apt, as root or through sudo.
install() {
	if ! has apt-get; then
		echo "please install $1 ($2), then run this again" >&2
		exit 1
	fi
	sudo=
	[ "$(id -u)" = 0 ] || sudo=sudo
	if [ -z "${updated:-}" ]; then
		$sudo apt-get update -qq
		updated=yes
	fi
	echo "installing $1: $2"
	$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"
}

has_browser || install chromium "a browser for the browser tests; or set CHROME to the path of one"
has_browser || { echo "apt installed chromium, but no command for it: set CHROME to the path of a browser" >&2; exit 1; }
{ has pdftotext && has pdftoppm; } || install poppler-utils "pdftotext and pdftoppm look at printed pages"
[ "$(uname)" != Linux ] || has strace || install strace "kills commands at single calls to the system"
has zbarimg || install zbar-tools "zbarimg reads the QR codes on printed pages"

# Completion is tried in the shells themselves.
has zsh || install zsh "completion of the command line in zsh"
has fish || install fish "completion of the command line in fish"

# Pages and PDFs are measured in the fonts that most readers have the like of: Palatino on pages, Noto in PDFs.
has_font() { fc-list 2>/dev/null | grep -qi "$1"; }
has_font 'pagella\|P052' || install fonts-texgyre "a font with the measures of Palatino"
has_font 'NotoSerif-Regular' || install fonts-noto-core "Noto Serif and Noto Sans"

# The program for Windows is run with Wine, where that runs programs for Windows of 64 bits: generator/checks/windows_test.go.
if [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ]; then
	{ [ -x /usr/lib/wine/wine64 ] || has wine64 || has wine; } || install wine64 "runs the program for Windows"
	has x86_64-w64-mingw32-gcc || install gcc-mingw-w64-x86-64 "builds the one library that Wine lacks"
else
	echo "no Wine here: the program for Windows is not tried"
fi

# fetch NAME VERSION SHA512 FILE...: brings files of a package of npm into .cache/NAME-VERSION/.
fetch() {
	name=$1 version=$2 sum=$3
	shift 3
	[ -s ".cache/$name-$version/$1" ] && return 0
	echo "fetching $name $version"
	rm -rf ".cache/$name"-* .cache/fetch
	mkdir -p ".cache/fetch/$name-$version"
	(cd .cache/fetch && npm pack --silent "$name@$version" >/dev/null)
	echo "$sum  .cache/fetch/$name-$version.tgz" | sha512sum --check --quiet
	tar -xzf ".cache/fetch/$name-$version.tgz" -C ".cache/fetch/$name-$version" --strip-components=1 $(printf 'package/%s ' "$@")
	mv ".cache/fetch/$name-$version" ".cache/$name-$version"
	rm -rf .cache/fetch
}

has npm || install npm "brings axe-core and TypeScript, and node, which runs it"
fetch axe-core "$axe" "$axe_sha512" axe.min.js LICENSE
fetch typescript "$typescript" "$typescript_sha512" lib/tsc.js lib package.json LICENSE.txt
