package org.yiwang.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;

/** Receipts to look at and to take away (凭条). */
@Controller
class ReceiptPages {
  private static final Text TITLE = Text.of("封存凭条", "Receipt");
  private static final Text LIST = Text.of("封存凭条", "Receipts");

  private final MakeReceipt receipts;
  private final Journal journal;
  private final LogStore store;
  private final LogWords words;

  ReceiptPages(MakeReceipt receipts, Journal journal, LogStore store, LogWords words) {
    this.words = words;
    this.receipts = receipts;
    this.journal = journal;
    this.store = store;
  }

  /**
   * An entry in a list.
   *
   * @param words what it tells
   * @param named whether it may say who did it
   * @param place in the log; null while it waits
   */
  record Row(Entry entry, Text words, boolean named, @Nullable Long place) {}

  @GetMapping("/journal/receipt/{entry:\\d{1,18}}")
  ModelAndView show(@PathVariable long entry, Page page) {
    Optional<Receipt> made = receipts.make(entry);
    Text says = made.map(receipt -> words.of(receipt.entry())).orElse(TITLE);
    return page.view("journal/receipt", TITLE, "made", made, "words", says);
  }

  /** All entries of one subject that the reader may see, e.g. {@code case:YP-20261122-00318}. */
  @GetMapping("/journal/receipts")
  ModelAndView list(@RequestParam(defaultValue = "") String subject, Page page) {
    List<Row> rows = journal.list(subject).stream().flatMap(this::row).toList();
    return page.view("journal/receipts", LIST, "subject", subject, "rows", rows);
  }

  private Stream<Row> row(Entry entry) {
    ReceiptGate.Shown shown = receipts.shows(entry);
    Long place = store.findLeafOf(entry.id()).map(Leaf::index).orElse(null);
    return shown == ReceiptGate.Shown.NOTHING
        ? Stream.empty()
        : Stream.of(new Row(entry, words.of(entry), shown == ReceiptGate.Shown.ALL, place));
  }

  @GetMapping({
    "/journal/receipt/{entry:\\d{1,18}}.json",
    "/api/journal/receipts/{entry:\\d{1,18}}"
  })
  ResponseEntity<byte[]> json(@PathVariable long entry) {
    return receipts
        .make(entry)
        .map(made -> file(made.json(), MediaType.APPLICATION_JSON, "receipt-" + entry + ".json"))
        .orElseGet(ReceiptPages::notYet);
  }

  @GetMapping("/journal/receipt/{entry:\\d{1,18}}.tlog-proof")
  ResponseEntity<byte[]> proof(@PathVariable long entry) {
    MediaType text = new MediaType("text", "plain", StandardCharsets.UTF_8);
    return receipts
        .make(entry)
        .map(made -> file(made.proof(), text, "receipt-" + entry + ".tlog-proof"))
        .orElseGet(ReceiptPages::notYet);
  }

  private static ResponseEntity<byte[]> file(String words, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(words.getBytes(StandardCharsets.UTF_8));
  }

  /** Sealing takes seconds; 503 says so to programs. */
  private static ResponseEntity<byte[]> notYet() {
    return ResponseEntity.status(503).header(HttpHeaders.RETRY_AFTER, "5").build();
  }
}
