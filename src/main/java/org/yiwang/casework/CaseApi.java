package org.yiwang.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Once;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases for those who work on them, and for their programs: search, read, act. What is allowed is
 * decided as on the pages; whoever only reported uses {@code /api/requests} instead.
 */
@RestController
@RequestMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseApi {
  private final Cases cases;
  private final CaseJson.Writer writer;
  private final Once once;
  private final JsonMapper json;

  CaseApi(Cases cases, CaseJson.Writer writer, Once once, JsonMapper json) {
    this.cases = cases;
    this.writer = writer;
    this.once = once;
    this.json = json;
  }

  /** Cases found, with how many there are in all. */
  record Found(long total, int page, int pages, List<CaseJson> cases) {}

  /** What an action brings along; as {@link Move.Given}, with the version that was seen. */
  record Act(
      int version,
      @Nullable String note,
      @Nullable String reason,
      @Nullable String unit,
      @Nullable String otherCase,
      @Nullable Integer rating,
      @Nullable List<UUID> photos,
      @Nullable List<String> units) {
    Move.Given given() {
      return Move.Given.NOTHING
          .withNote(note)
          .withReason(reason)
          .withUnit(unit)
          .withOtherCase(otherCase)
          .withRating(rating)
          .withPhotos(photos == null ? List.of() : photos)
          .withUnits(units == null ? List.of() : units);
    }
  }

  @GetMapping
  Found list(ListQuery query, Viewer viewer) {
    viewer.require(Permission.SEE_CASES);
    CasePage found = cases.list(query.filter(), query.sorting(), viewer);
    return new Found(
        found.total(),
        found.page(),
        found.pages(),
        found.cases().stream().map(writer::write).toList());
  }

  @GetMapping("/{number}")
  CaseJson show(@PathVariable String number, Viewer viewer) {
    viewer.require(Permission.SEE_CASES);
    Case found = cases.get(number, viewer);
    return writer.write(found, cases.offers(found, Mover.of(viewer)));
  }

  @PostMapping("/{number}/actions/{action}")
  ResponseEntity<String> act(
      @PathVariable String number,
      @PathVariable String action,
      @RequestBody Act act,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Viewer viewer) {
    viewer.require(Permission.SEE_CASES);
    String owner = viewer.requireSignedIn();
    Move move = new Move(number, act.version(), action, act.given());
    String answer =
        once.once(
            key,
            owner,
            json.writeValueAsString(move),
            () -> json.writeValueAsString(writer.write(cases.act(move, viewer))));
    return ResponseEntity.ok(answer);
  }

  /** How many cases fit a filter; for programs that show figures. */
  @GetMapping("/count")
  Count count(ListQuery query, Viewer viewer) {
    viewer.require(Permission.SEE_CASES);
    return new Count(cases.count(query.filter(), viewer));
  }

  /** A number of cases. */
  record Count(long count) {}
}
