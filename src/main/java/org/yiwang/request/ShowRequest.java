package org.yiwang.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseWay;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Mover;
import org.yiwang.casework.Offer;
import org.yiwang.casework.PublicLine;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.District;
import org.yiwang.page.Page;
import org.yiwang.page.Photo;
import org.yiwang.page.TimelineEntry;
import org.yiwang.page.Tone;

/** Puts a request together for whoever reported or follows it: nothing internal is in it. */
@Component
class ShowRequest {
  private final Cases cases;
  private final RequestStore store;
  private final ReportedCases reported;
  private final Proofs proofs;
  private final PlaceWords placeWords;
  private final Units units;
  private final String hotline;
  private final AccessLog accessLog;

  ShowRequest(
      Cases cases,
      RequestStore store,
      ReportedCases reported,
      Proofs proofs,
      PlaceWords placeWords,
      Units units,
      District district,
      AccessLog accessLog) {
    this.cases = cases;
    this.store = store;
    this.reported = reported;
    this.proofs = proofs;
    this.placeWords = placeWords;
    this.units = units;
    this.accessLog = accessLog;
    this.hotline = district.definition().hotline();
  }

  RequestView show(Page page, Case of, Proof proof) {
    List<PublicLine> lines = lines(of, proof);
    CaseWay way = cases.way(of);
    List<UUID> own = own(lines, proof);
    return new RequestView(
        of,
        proof.reporter(),
        way,
        way.drawn(page),
        due(page, of).orElse(null),
        place(page, of, proof),
        timeline(page, of, lines),
        own.stream().map(id -> photo(page, of, id)).toList(),
        proof.reporter() ? offers(of) : List.of(),
        proof.reporter() && reported.isReport(of) ? proofs.receipt(of.number()) : null,
        phone(of),
        store.countFollowers(of.number()),
        store.findJoinedTo(of.number()).orElse(null),
        proof.reporter() ? accessLog.listLooks(of.subject()) : List.of());
  }

  /** Who only follows does not read what whoever reported wrote, and how they rated. */
  private List<PublicLine> lines(Case of, Proof proof) {
    List<PublicLine> lines = cases.publicHistory(of);
    return proof.reporter() ? lines : lines.stream().map(PublicLine::forOthers).toList();
  }

  /** What whoever reported may do now, whoever else that person is. */
  List<Offer> offers(Case of) {
    return cases.offers(of, Mover.reporter(Viewer.anonymous()));
  }

  /** Photos that may be shown to somebody with this proof. */
  boolean mayShow(Case of, Proof proof, UUID photo) {
    List<PublicLine> lines = lines(of, proof);
    return own(lines, proof).contains(photo)
        || lines.stream().skip(1).anyMatch(line -> line.photos().contains(photo));
  }

  private static List<UUID> own(List<PublicLine> lines, Proof proof) {
    return proof.reporter() && !lines.isEmpty() ? lines.getFirst().photos() : List.of();
  }

  /** "11月24日 17:30 前". */
  Optional<String> due(Page page, Case of) {
    Instant due = of.clocks().stepDue();
    if (due == null || !of.position().waiting()) {
      return Optional.empty();
    }
    return Optional.of(page.t(page.dateTime(due) + " 前", "by " + page.dateTime(due)));
  }

  /** The address is in the words of whoever reported; others read street and landmark. */
  String place(Page page, Case of, Proof proof) {
    Case.Where where = of.where();
    String address = proof.reporter() ? where.address() : null;
    return placeWords.of(page, new RequestPlace(where.lon(), where.lat(), where.area(), address));
  }

  /** The address alone, for whoever reported. */
  String address(Page page, Case of) {
    return placeWords.address(page, of.where().address());
  }

  /** The telephone of the unit that has it, where that is public; the hotline else. */
  private String phone(Case of) {
    return Optional.ofNullable(of.unit()).flatMap(units::findUnit).map(Unit::phone).orElse(hotline);
  }

  private List<TimelineEntry> timeline(Page page, Case of, List<PublicLine> lines) {
    List<TimelineEntry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      PublicLine line = lines.get(i);
      List<Photo> photos =
          i == 0 ? List.of() : line.photos().stream().map(id -> photo(page, of, id)).toList();
      entries.add(
          new TimelineEntry(
              page.t(line.publicStatus()),
              null,
              page.dateTime(line.at()),
              note(page, line),
              photos,
              null,
              Tone.PLAIN));
    }
    Collections.reverse(entries);
    return entries;
  }

  private static @Nullable String note(Page page, PublicLine line) {
    String rating =
        line.rating() == null
            ? null
            : page.t(line.rating() + " 分（满分 5 分）", line.rating() + " of 5");
    String note = line.note() == null ? null : page.t("说明：" + line.note(), "Note: " + line.note());
    String words =
        String.join(
            " ",
            Stream.of(
                    line.says() == null ? null : page.t(line.says()),
                    line.because() == null ? null : page.t(line.because()),
                    rating,
                    note)
                .filter(part -> part != null && !part.isBlank())
                .toList());
    return words.isEmpty() ? null : words;
  }

  private static Photo photo(Page page, Case of, UUID id) {
    String href = "/requests/lookup/" + of.number() + "/photos/" + id;
    return new Photo(href, href + "?small=true", page.t("照片", "Photo"), null);
  }
}
