#!/usr/bin/env bash
# Makes this machine ready for `make bench-peers`: Debian packages, a Python environment and a Go program below
# .build/peers. What is already there is left alone.
set -euo pipefail

say() { printf '==> %s\n' "$*"; }
fail() { printf 'peers: %s\n' "$*" >&2; exit 1; }

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
place=.build/peers
here=Benchmarks/peers
mkdir -p "$place"

# chromium prints; gcc, golang and its SQLite driver are the page in Go; wrk asks; the others check what was made.
packages=(chromium gcc golang-go golang-github-mattn-go-sqlite3-dev libc6-dev libpango-1.0-0 libpangoft2-1.0-0
    libsqlite3-dev poppler-utils python3-venv qpdf wrk)

install_packages() {
    local missing=() as_root=() package
    for package in "${packages[@]}"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ "${#missing[@]}" -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            fail "please install as root: apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$place/apt.log" 2>&1 ||
        fail "apt-get could not install ${missing[*]}: $(tail -n 5 "$place/apt.log")"
}

make_python() {
    local wanted stamp=$place/python/requirements.sha256
    wanted=$(sha256sum <"$here/requirements.txt")
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
    say "Making the peers' Python environment ($place/python)"
    rm -rf "$place/python"
    /usr/bin/python3 -m venv "$place/python"
    "$place/python/bin/python" -m pip install -q --no-cache-dir --disable-pip-version-check \
        -r "$here/requirements.txt" ||
        fail "pip could not install $here/requirements.txt"
    echo "$wanted" >"$stamp"
}

make_go() {
    [ "$place/check-go" -nt "$here/check_page/main.go" ] && return
    say "Building the check page in Go"
    GOPATH=/usr/share/gocode GO111MODULE=off GOCACHE="$PWD/$place/go" \
        go build -tags libsqlite3 -o "$place/check-go" "./$here/check_page/main.go" ||
        fail "go could not build the check page"
}

[ -r /etc/debian_version ] || fail "this set-up knows Debian 12; on another system install: ${packages[*]}"
install_packages
packaging/place-fonts.sh
make_python
"$place/python/bin/python" -B "$here/fonts.py" "$place/fonts"
make_go
say "The peers are ready"
