package org.yiwang.request;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.casework.Case;
import org.yiwang.casework.CasePhotos;
import org.yiwang.casework.CaseWay;
import org.yiwang.casework.Cases;
import org.yiwang.casework.PublicLine;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.PlainWords;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Contact;

/** Reporting and looking up for programs; anybody may, within the rate that pages have too. */
@RestController
@RequestMapping("/api/requests")
class RequestApi {
  private final Requests requests;
  private final Cases cases;
  private final CasePhotos photos;
  private final ReporterLanguage languages;

  RequestApi(Requests requests, Cases cases, CasePhotos photos, ReporterLanguage languages) {
    this.requests = requests;
    this.cases = cases;
    this.photos = photos;
    this.languages = languages;
  }

  /**
   * A report as JSON.
   *
   * @param lon longitude, WGS 84; with lat, or area
   * @param area code of a street where no position is known
   * @param channel only from programs with {@code operate-api}; else {@code api}
   */
  record Report(
      @Nullable String category,
      @Nullable String text,
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable String area,
      @Nullable String address,
      @Nullable Contact contact,
      @Nullable List<UUID> photos,
      @Nullable String language,
      @Nullable String channel) {}

  /** What the sender gets: number, receipt code, what happens next and by when. */
  record Receipt(
      String number,
      String receipt,
      Text publicStatus,
      Text next,
      @Nullable Instant due,
      String href) {}

  /** A request as whoever reported it may read it. */
  record Public(
      String number,
      String category,
      Text title,
      Text publicStatus,
      Text says,
      Instant opened,
      @Nullable Instant due,
      @Nullable Instant closed,
      @Nullable Integer rating,
      List<PublicLine> history) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Receipt> file(
      Viewer viewer,
      @RequestBody Report report,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Filed filed = requests.file(request(report, viewer, key), viewer);
    Case opened = filed.opened();
    CaseWay way = cases.way(opened);
    String href = "/api/requests/" + opened.number();
    return ResponseEntity.created(URI.create(href))
        .body(
            new Receipt(
                opened.number(),
                filed.receipt(),
                way.publicStatus(),
                way.publicSays(),
                opened.clocks().stepDue(),
                href));
  }

  private NewRequest request(Report report, Viewer viewer, @Nullable String key) {
    boolean positioned = report.lon() != null && report.lat() != null;
    RequestPlace place =
        positioned || report.area() != null
            ? new RequestPlace(report.lon(), report.lat(), report.area(), report.address())
            : null;
    return new NewRequest(
        Objects.requireNonNullElse(report.category(), ""),
        Objects.requireNonNullElse(report.text(), ""),
        place,
        Objects.requireNonNullElse(report.contact(), new Contact(null, null, null)),
        Objects.requireNonNullElse(report.photos(), List.of()),
        channel(report, viewer),
        languages.of(report.language()),
        false,
        key);
  }

  private static String channel(Report report, Viewer viewer) {
    String given = PlainWords.line(report.channel());
    boolean trusted = viewer.may(Permission.OPERATE_API) && given.matches("[a-z0-9-]{1,30}");
    return trusted ? given : "api";
  }

  /** The history needs the last four digits of the telephone, or the receipt code. */
  @GetMapping("/{number}")
  ResponseEntity<Public> find(
      Viewer viewer,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String phone,
      @RequestParam(defaultValue = "") String receipt) {
    Optional<Case> found = cases.find(number.toUpperCase(Locale.ROOT));
    String code = phone.isEmpty() ? receipt : phone;
    Proof proof =
        found
            .flatMap(of -> requests.prove(of, viewer))
            .or(() -> requests.prove(number, code))
            .orElseThrow(() -> new RefusedException(RequestRefusals.missing()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(shown(found.orElseThrow(), proof.reporter()));
  }

  private Public shown(Case of, boolean reporter) {
    CaseWay way = cases.way(of);
    return new Public(
        of.number(),
        of.about().category(),
        of.about().title(),
        way.publicStatus(),
        way.publicSays(),
        of.clocks().opened(),
        of.position().waiting() ? of.clocks().stepDue() : null,
        of.clocks().closed(),
        reporter ? of.rating() : null,
        reporter
            ? cases.publicHistory(of)
            : cases.publicHistory(of).stream().map(PublicLine::forOthers).toList());
  }

  /** Photos first, then the report that names their ids; unused ones go after two days. */
  @PostMapping(path = "/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<List<UUID>> upload(Viewer viewer, @RequestParam List<MultipartFile> photo)
      throws IOException {
    if (photo.size() > RequestCheck.MOST_PHOTOS) {
      throw new RefusedException(RequestRefusals.photosTooMany());
    }
    List<UUID> kept = new java.util.ArrayList<>();
    for (MultipartFile file : photo) {
      kept.add(photos.keep(file.getInputStream(), null, viewer.account()));
    }
    return ResponseEntity.status(201).body(kept);
  }
}
