package org.yiwang.casework;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.page.Page;

/** Takes the list that a desk shows away as a file; nothing in it tells who reported. */
@Controller
class CaseCsv {
  /** What a spreadsheet may take for the beginning of a formula, also in full width. */
  private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final ExportCases exportCases;
  private final Lifecycles lifecycles;
  private final CaseNames names;
  private final DistrictTime time;
  private final NoteExport noteExport;

  CaseCsv(
      ExportCases exportCases,
      Lifecycles lifecycles,
      CaseNames names,
      DistrictTime time,
      NoteExport noteExport) {
    this.exportCases = exportCases;
    this.lifecycles = lifecycles;
    this.names = names;
    this.time = time;
    this.noteExport = noteExport;
  }

  @GetMapping("/desk/cases.csv")
  ResponseEntity<StreamingResponseBody> export(ListQuery query, Viewer viewer, Page page) {
    viewer.require(Permission.EXPORT);
    noteExport.note(
        new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name()),
        query.filter().parameters().toString());
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cases.csv\"")
        .body(
            out -> write(new OutputStreamWriter(out, StandardCharsets.UTF_8), query, viewer, page));
  }

  private void write(Writer out, ListQuery query, Viewer viewer, Page page) throws IOException {
    out.write('\ufeff'); // spreadsheets take a file without this mark for another encoding
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(heads(page));
      exportCases.each(
          query.filter(),
          query.sorting(),
          viewer,
          one -> csv.writeRecord(harmless(row(page, one))));
    }
  }

  private String[] heads(Page page) {
    return new String[] {
      page.t("编号", "number"),
      page.t("类别", "category"),
      page.t("反映内容", "text"),
      page.t("地点", "address"),
      names.areaWord(page).toLowerCase(Locale.ENGLISH),
      page.t("网格", "grid"),
      page.t("环节", "step"),
      page.t("承办单位", "unit"),
      page.t("上报时间", "reported"),
      page.t("环节到期", "step due"),
      page.t("结案时间", "closed"),
      page.t("评价", "rating")
    };
  }

  private String[] row(Page page, Case of) {
    return new String[] {
      of.number(),
      page.t(of.about().title()),
      of.about().description(),
      of.where().address(),
      names.area(page, of.where().area()),
      of.where().grid() == null ? "" : of.where().grid(),
      page.t(lifecycles.stepOf(of).name()),
      names.unit(page, of.unit()),
      local(of.clocks().opened()),
      local(of.clocks().stepDue()),
      local(of.clocks().closed()),
      of.rating() == null ? "" : of.rating().toString()
    };
  }

  /** A text that a spreadsheet would take for a formula is marked as text. */
  private static String[] harmless(String[] row) {
    for (int i = 0; i < row.length; i++) {
      String text = row[i].stripLeading();
      boolean formula =
          !row[i].isEmpty()
              && (BEGINS_FORMULA.indexOf(row[i].charAt(0)) >= 0
                  || (!text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0));
      row[i] = formula ? "'" + row[i] : row[i];
    }
    return row;
  }

  private String local(@Nullable Instant instant) {
    return instant == null ? "" : TIME.format(ZonedDateTime.ofInstant(instant, time.zone()));
  }
}
