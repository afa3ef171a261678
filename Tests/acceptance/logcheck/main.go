// Checks an exported log with Go's own sumdb/tlog and note, which know nothing of AKMAL2U.
//
//	logcheck EXPORT VERIFIER-KEY PROOF…
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func fail(format string, values ...any) {
	fmt.Printf("FAILED: "+format+"\n", values...)
	os.Exit(1)
}

func must[T any](value T, err error) T {
	if err != nil {
		fail("%v", err)
	}
	return value
}

// number writes a tile's number as C2SP's tlog-tiles does.
func number(n int64) string {
	text := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		text = fmt.Sprintf("x%03d/%s", n%1000, text)
	}
	return text
}

func suffix(width int) string {
	if width == 256 {
		return ""
	}
	return fmt.Sprintf(".p/%d", width)
}

// folder gives Go's tile reader the exported files.
type folder struct{ path string }

func (f folder) Height() int { return 8 }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		name := fmt.Sprintf("tile/%d/%s%s", tile.L, number(tile.N), suffix(tile.W))
		bytes, err := os.ReadFile(filepath.Join(f.path, "log", name))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

type checkpoint struct {
	size int64
	root tlog.Hash
}

func open(text string, verifiers note.Verifiers, name string) checkpoint {
	opened := must(note.Open([]byte(text), verifiers))
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != name {
		fail("no checkpoint of %s: %q", name, opened.Text)
	}
	root := must(base64.StdEncoding.DecodeString(lines[2]))
	var hash tlog.Hash
	copy(hash[:], root)
	return checkpoint{must(strconv.ParseInt(lines[1], 10, 64)), hash}
}

func entries(path string, size int64, reader tlog.HashReader) {
	for first := int64(0); first < size; first += 256 {
		width := min(256, size-first)
		name := fmt.Sprintf("tile/entries/%s%s", number(first/256), suffix(int(width)))
		data := must(os.ReadFile(filepath.Join(path, "log", name)))
		for index := first; index < first+width; index++ {
			length := int(data[0])<<8 | int(data[1])
			entry := data[2 : 2+length]
			data = data[2+length:]
			stored := must(reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)}))
			if stored[0] != tlog.RecordHash(entry) {
				fail("entry %d is not the leaf of its tile", index)
			}
		}
		if len(data) != 0 {
			fail("%s is too long", name)
		}
	}
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

// proof reads a C2SP tlog-proof and checks it against its own checkpoint, and that against the log of today.
func proof(path string, verifiers note.Verifiers, name string, today checkpoint, reader tlog.HashReader) {
	text := string(must(os.ReadFile(path)))
	head, rest, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") {
		fail("%s is no proof", path)
	}
	entry := must(base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra ")))
	index := must(strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64))
	var hashes tlog.RecordProof
	for _, line := range lines[3:] {
		var hash tlog.Hash
		copy(hash[:], must(base64.StdEncoding.DecodeString(line)))
		hashes = append(hashes, hash)
	}
	then := open(rest, verifiers, name)
	if err := tlog.CheckRecord(hashes, then.size, then.root, index, tlog.RecordHash(entry)); err != nil {
		fail("%s: %v", path, err)
	}
	if own := must(tlog.ProveRecord(then.size, index, reader)); fmt.Sprint(own) != fmt.Sprint(hashes) {
		fail("%s: Go's own proof differs", path)
	}
	grown := must(tlog.ProveTree(today.size, then.size, reader))
	if err := tlog.CheckTree(grown, today.size, today.root, then.size, then.root); err != nil {
		fail("%s: the log of today did not grow from its checkpoint: %v", path, err)
	}
}

func main() {
	path, key := os.Args[1], os.Args[2]
	verifier := must(note.NewVerifier(key))
	verifiers := note.VerifierList(verifier)
	today := open(string(must(os.ReadFile(filepath.Join(path, "log/checkpoint")))), verifiers, verifier.Name())
	reader := tlog.TileHashReader(tlog.Tree{N: today.size, Hash: today.root}, folder{path})
	if root := must(tlog.TreeHash(today.size, reader)); root != today.root {
		fail("the tiles have another root than the checkpoint")
	}
	entries(path, today.size, reader)
	for _, file := range os.Args[3:] {
		proof(file, verifiers, verifier.Name(), today, reader)
	}
	fmt.Printf("%d entries, %d proofs: Go agrees\n", today.size, len(os.Args)-3)
}
