#!/bin/sh
# Copies the fonts that Fonts/fonts.yaml lists from where their Debian packages put them to Fonts/files, and checks
# each by its SHA-256. Does nothing for files that are there and right.
# Usage: packaging/place-fonts.sh [FONTS-FOLDER]     exit codes: 0 all there, 1 one is missing or different
set -eu

fonts=${1:-$(dirname "$0")/../Fonts}
mkdir -p "$fonts/files"
table=$(mktemp)
trap 'rm -f "$table"' EXIT

# One line a font: package, source, file, hash.
awk '
    $1 == "package:" { package = $2 }
    $1 == "source:"  { source = $2 }
    $1 == "file:"    { file = $2 }
    $1 == "sha256:"  { print package, source, file, $2 }
' "$fonts/fonts.yaml" >"$table"

failed=0
while read -r package source file hash; do
    target="$fonts/files/$file"
    if [ -f "$target" ] && echo "$hash  $target" | sha256sum --check --status; then continue; fi
    if [ ! -f "$source" ]; then
        echo "place-fonts: $source is missing; install the Debian package $package" >&2
        failed=1
        continue
    fi
    found=$(sha256sum "$source" | cut -d' ' -f1)
    if [ "$found" != "$hash" ]; then
        echo "place-fonts: $source is not the version that fonts.yaml lists" >&2
        echo "  listed: $hash" >&2
        echo "  found:  $found" >&2
        echo "  Certificates depend on the exact font. Install the Debian 12 version of $package," >&2
        echo "  or put the listed file at $target yourself." >&2
        failed=1
        continue
    fi
    cp "$source" "$target.new"
    chmod 644 "$target.new"
    mv "$target.new" "$target"
    echo "place-fonts: $file"
done <"$table"
exit "$failed"
