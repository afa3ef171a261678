// The check page in Go: net/http and SQLite, the page cut into pieces beforehand.
//
//	check-go ADDRESS PIECES DATABASE
package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"html"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3"
)

var months = [...]string{
	"Januari", "Februari", "Mac", "April", "Mei", "Jun", "Julai", "Ogos", "September", "Oktober", "November", "Disember",
}

var malaysia = time.FixedZone("Asia/Kuala_Lumpur", 8*3600)

// A piece of the page: a text, or a slot for a column's number.
type piece struct {
	Text string
	Slot int
}

type page struct {
	pieces []piece
	size   int
	find   *sql.Stmt
}

func newPage(file, database string) (*page, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p := &page{}
	if err := json.Unmarshal(data, &p.pieces); err != nil {
		return nil, err
	}
	for _, part := range p.pieces {
		p.size += len(part.Text) + 64
	}
	register, err := sql.Open("sqlite3", "file:"+database+"?mode=ro")
	if err != nil {
		return nil, err
	}
	p.find, err = register.Prepare(
		"SELECT code, holder, serial, course, course_english, dates, venue, issued, entry, key FROM certificate WHERE key = ?")
	return p, err
}

func (p *page) ServeHTTP(answer http.ResponseWriter, request *http.Request) {
	var values [10]string
	key := strings.ReplaceAll(strings.TrimPrefix(request.URL.Path, "/v/"), "-", "")
	err := p.find.QueryRow(key).Scan(
		&values[0], &values[1], &values[2], &values[3], &values[4], &values[5], &values[6], &values[7],
		&values[8], &values[9])
	if err == sql.ErrNoRows {
		http.NotFound(answer, request)
		return
	}
	if err != nil {
		http.Error(answer, "the register cannot be read", http.StatusInternalServerError)
		return
	}
	body := p.render(values)
	answer.Header().Set("Content-Type", "text/html; charset=utf-8")
	answer.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = answer.Write(body)
}

func (p *page) render(values [10]string) []byte {
	for index, value := range values {
		values[index] = html.EscapeString(value)
	}
	body := make([]byte, 0, p.size)
	for _, part := range p.pieces {
		switch {
		case part.Slot < 0:
			body = append(body, part.Text...)
		case part.Slot < len(values):
			body = append(body, values[part.Slot]...)
		default:
			body = append(body, moment(time.Now().In(malaysia))...)
		}
	}
	return body
}

func moment(now time.Time) string {
	part := "malam"
	switch hour := now.Hour(); {
	case hour < 12:
		part = "pagi"
	case hour < 14:
		part = "tengah hari"
	case hour < 19:
		part = "petang"
	}
	return fmt.Sprintf("%d %s %d, %d.%02d %s",
		now.Day(), months[now.Month()-1], now.Year(), (now.Hour()+11)%12+1, now.Minute(), part)
}

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: check-go ADDRESS PIECES DATABASE")
	}
	p, err := newPage(os.Args[2], os.Args[3])
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("/v/", p)
	log.Fatal(http.ListenAndServe(os.Args[1], nil))
}
