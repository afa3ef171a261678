#!/usr/bin/env bash
# Makes this machine ready for `make run` (setup.sh run) or `make test` (setup.sh test): Debian packages, fonts and,
# for the tests, a Python environment inside the checkout. What is already there is left alone, so that a second run
# does nothing.
set -euo pipefail

usage() { echo "usage: packaging/setup.sh run|test" >&2; exit 64; }
say() { printf '==> %s\n' "$*"; }
fail() { printf 'set-up: %s\n' "$*" >&2; exit 1; }

[ $# -eq 1 ] || usage
case $1 in run) sections="run" ;; test) sections="run test" ;; *) usage ;; esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The packages of a section of apt-packages.txt, one a line.
packages_of() {
    awk -v wanted="[$1]" '
        $1 == "#" && $2 ~ /^\[/ { section = $2; next }
        section == wanted { sub(/#.*/, ""); if (NF) print $1 }
    ' packaging/apt-packages.txt
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Prints the packages among its arguments that are not installed.
missing_of() {
    local package
    for package in "$@"; do is_installed "$package" || echo "$package"; done
}

install_packages() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=(sudo)
        else
            fail "these Debian packages are missing, and without root or sudo they cannot be installed from here.
Please ask the administrator of this machine to run:

    apt-get update && apt-get install --no-install-recommends $*
"
        fi
    fi
    say "Installing $# Debian packages: $*"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" >"$log" 2>&1 || {
        tail -n 20 "$log" >&2
        fail "apt-get could not install: $* (its last lines are above)"
    }
    local left
    left=$(missing_of "$@")
    [ -z "$left" ] || fail "still missing after apt-get: ${left//$'\n'/ }"
}

check_toolchain() {
    command -v swift >/dev/null || fail "no Swift toolchain: install Swift 6.3 for Debian 12 (swift.org) and put it on PATH"
    local told version
    told=$(swift --version 2>&1) || fail "the Swift toolchain does not run: $told"
    version=$(sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' <<<"$told")
    [ "$(printf '%s\n6.2\n' "$version" | sort -V | head -n 1)" = 6.2 ] ||
        fail "Swift 6.2 or newer is needed (6.3 is what the project is tested with); this is ${version:-unknown}"
}

# The environment is right when it was made from this very list of requirements.
make_python() {
    local wanted stamp=.venv/requirements.sha256
    wanted=$(sha256sum <Tests/acceptance/requirements.txt)
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
    say "Making the Python environment of the acceptance checks (.venv)"
    rm -rf .venv
    /usr/bin/python3 -m venv .venv
    .venv/bin/python -m pip install -q --no-cache-dir --disable-pip-version-check \
        -r Tests/acceptance/requirements.txt || fail "pip could not install Tests/acceptance/requirements.txt"
    echo "$wanted" >"$stamp"
}

[ -r /etc/debian_version ] || fail "this set-up knows Debian 12; on another system install what packaging/apt-packages.txt names"
log=$(mktemp)
trap 'rm -f "$log"' EXIT

wanted=()
for section in $sections; do mapfile -t -O "${#wanted[@]}" wanted < <(packages_of "$section"); done
[ "${#wanted[@]}" -gt 0 ] || fail "packaging/apt-packages.txt names no packages for: $sections"
mapfile -t missing < <(missing_of "${wanted[@]}")
[ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"
check_toolchain
packaging/place-fonts.sh
case $sections in *test*) make_python ;; esac
say "Set-up is complete"
