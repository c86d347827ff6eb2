package org.yiwang.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The log for anybody's tools (公开日志), at the addresses of C2SP tlog-tiles. Nothing in it says
 * anything about anybody; see {@link EntryLeaf}.
 */
@Controller
class LogFiles {
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl SHORTLY = CacheControl.maxAge(Duration.ofSeconds(2));
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final LogStore store;
  private final LogKeys keys;

  LogFiles(LogStore store, LogKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  @GetMapping("/journal/checkpoint")
  ResponseEntity<byte[]> checkpoint() {
    return store
        .findNewestHead()
        .map(head -> text(head.note()))
        .orElseGet(() -> nothing(HttpStatus.SERVICE_UNAVAILABLE));
  }

  /** The public keys, one a line, the one that signs now first. */
  @GetMapping("/journal/key")
  ResponseEntity<byte[]> key() {
    List<VerifierKey> all = keys.listVerifiers();
    return all.isEmpty()
        ? nothing(HttpStatus.SERVICE_UNAVAILABLE)
        : text(all.stream().map(key -> key.words() + "\n").collect(Collectors.joining()));
  }

  @GetMapping("/journal/tile/{*path}")
  ResponseEntity<byte[]> tile(@PathVariable String path) {
    long size = store.findNewestHead().map(SealedHead::size).orElse(0L);
    return TileAddress.parse(path.substring(1))
        .filter(address -> address.within(size))
        .flatMap(this::read)
        .map(LogFiles::stays)
        .orElseGet(() -> nothing(HttpStatus.NOT_FOUND));
  }

  private Optional<byte[]> read(TileAddress address) {
    return address.level() == TileAddress.ENTRIES
        ? Optional.of(bundle(address))
        : store
            .findTile(address.level(), address.index())
            .filter(tile -> tile.width() >= address.width())
            .map(tile -> tile.first(address.width()).hashes());
  }

  /** Leaves with their length in two bytes before each. */
  private byte[] bundle(TileAddress address) {
    long from = address.index() * Tile.WIDTH;
    var out = new ByteArrayOutputStream();
    for (byte[] content : store.listContents(from, from + address.width())) {
      out.write(content.length >> Byte.SIZE);
      out.write(content.length);
      out.writeBytes(content);
    }
    return out.toByteArray();
  }

  private static ResponseEntity<byte[]> text(String words) {
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(SHORTLY)
        .body(words.getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> stays(byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(FOR_EVER)
        .body(bytes);
  }

  private static ResponseEntity<byte[]> nothing(HttpStatus status) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(TEXT)
        .body((status.getReasonPhrase() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
