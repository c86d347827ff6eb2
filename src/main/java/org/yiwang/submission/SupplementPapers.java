package org.yiwang.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Files for a supplement (补正材料). A browser never chooses a file again by itself; so one that comes
 * with a page which is drawn once more, for another row or for a fault elsewhere, is kept as those
 * of a draft are, and the page names it.
 */
@Component
class SupplementPapers {
  /** The button that takes a kept file off the page; its value is the evidence. */
  private static final String REMOVE = "remove-file";

  private final Papers papers;
  private final PaperStore store;

  SupplementPapers(Papers papers, PaperStore store) {
    this.papers = papers;
    this.store = store;
  }

  /**
   * The files of a page that was sent.
   *
   * @param papers by evidence, those kept before and those that came now
   * @param refusals of files that cannot be taken
   */
  record Chosen(Map<String, Paper> papers, List<Refusal> refusals) {
    static final Chosen NONE = new Chosen(Map.of(), List.of());

    Map<String, UUID> ids() {
      Map<String, UUID> ids = new LinkedHashMap<>();
      papers.forEach((evidence, paper) -> ids.put(evidence, paper.id()));
      return ids;
    }
  }

  /** Whether only a file is to go, not the page to be sent. */
  static boolean removes(Sent sent) {
    return sent.value(REMOVE) != null;
  }

  /** Takes in what was chosen; a file that is refused leaves the one that was kept. */
  Chosen read(GiveSupplement.Asked asked, Papers.By by, Sent sent) throws IOException {
    Map<String, Paper> chosen = new LinkedHashMap<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Evidence evidence : asked.evidence()) {
      String id = evidence.id();
      kept(id, by, sent).ifPresent(paper -> chosen.put(id, paper));
      MultipartFile file = sent.file("file-" + id);
      if (file != null) {
        try {
          UUID saved = papers.save(by, "file-" + id, file);
          chosen.put(id, store.find(saved).orElseThrow());
        } catch (RefusedException refused) {
          refusals.addAll(refused.refusals());
        }
      }
    }
    return new Chosen(chosen, refusals);
  }

  /** The form says which; only what the same person uploaded, and no application has, is meant. */
  private Optional<Paper> kept(String evidence, Papers.By by, Sent sent) {
    boolean removed = evidence.equals(sent.value(REMOVE));
    return removed
        ? Optional.empty()
        : id(sent.value("kept-" + evidence)).flatMap(id -> store.findLoose(id, by));
  }

  /** Which upload a form names; none if it says anything else. */
  static Optional<UUID> id(@Nullable String sent) {
    return sent != null && sent.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(sent))
        : Optional.empty();
  }
}
