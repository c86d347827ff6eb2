package org.yiwang.submission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Answers;
import org.yiwang.matter.AttachedFile;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.pack.Text;

/** Hands an officer a paper of a case within reach; each look is written into the access log. */
@Controller
class PaperPages {
  private final Cases cases;
  private final SubmissionStore store;
  private final PaperStore papers;
  private final CorrectionStore corrections;
  private final WantedMaker wanted;
  private final AccessLog access;

  PaperPages(
      Cases cases,
      SubmissionStore store,
      PaperStore papers,
      CorrectionStore corrections,
      WantedMaker wanted,
      AccessLog access) {
    this.corrections = corrections;
    this.wanted = wanted;
    this.cases = cases;
    this.store = store;
    this.papers = papers;
    this.access = access;
  }

  /**
   * A paper that the officer's own matter asks for: uploaded with the application, or fetched as
   * the credential that it became. What other matters of a bundle ask for is theirs.
   */
  private boolean lies(UUID id, Case of, Submission sent) {
    UUID kept = papers.findKept(id).orElse(id);
    Filled filled = sent.filled();
    return wanted.get(Target.matter(of.about().category())).evidence(filled.answers()).stream()
        .map(evidence -> filled.supplies().get(evidence.id()))
        .filter(Objects::nonNull)
        .anyMatch(supply -> id.equals(supply.id()) || kept.equals(supply.id()));
  }

  /** A file of an answer, as it is or was before, that the officer's own matter asks for. */
  private boolean attached(UUID id, Case of, Submission sent) {
    List<String> own =
        wanted
            .get(Target.matter(of.about().category()))
            .questions()
            .fields()
            .filter(field -> field.kind() == Kind.FILE)
            .map(Field::id)
            .toList();
    Answers answers = sent.filled().answers();
    Stream<AttachedFile> now =
        own.stream().flatMap(it -> AttachedFile.list(answers.at(it)).stream());
    Stream<AttachedFile> before =
        corrections.list(sent.id()).stream()
            .filter(made -> own.contains(made.question()))
            .flatMap(made -> made.replaced().stream());
    return Stream.concat(now, before).anyMatch(file -> file.id().equals(id));
  }

  @GetMapping("/cases/{number}/papers/{id}")
  @Transactional
  public ResponseEntity<byte[]> read(
      @PathVariable String number, @PathVariable UUID id, Viewer viewer) {
    viewer.require(Permission.SEE_CASES);
    Case of = cases.getToRead(number, viewer);
    Submission sent = store.findByCase(number).orElseThrow(SubmissionRefusals::submissionMissing);
    Paper paper =
        Optional.of(sent)
            .filter(own -> lies(id, of, own) || attached(id, of, own))
            .flatMap(own -> papers.find(id))
            .orElseThrow(SubmissionRefusals::submissionMissing);
    String concerned = "party:" + sent.party();
    var sight = new AccessLog.Sight(of.subject(), "paper:" + id, concerned);
    access.read(viewer, sight, Text.of("查看材料 %s", "Looked at the paper %s").with(paper.name()));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(paper.type()))
        .header(HttpHeaders.CONTENT_DISPOSITION, download(paper))
        .cacheControl(CacheControl.noStore())
        .body(papers.content(paper));
  }

  /** Looked through once more: a name may be older than what is asked of names now. */
  private static String download(Paper paper) {
    return ContentDisposition.attachment()
        .filename(PaperName.of(paper.name(), paper.type()), StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
