package org.yiwang.credential;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** Anybody may check a credential (查验), on a page or by a program. */
@Controller
class VerifyPages {
  private static final Text TITLE = Text.of("查验证照", "Check a credential");
  private static final Refusal NOTHING =
      Refusal.invalid(
          "verify-nothing",
          "token",
          Text.of("还没有要查验的内容。", "There is nothing to check yet."),
          Text.of(
              "请粘贴二维码里的文字，或上传证照文件、二维码照片。",
              "Paste the text of the code, or upload the file or a photo of the code."));

  private final VerifyToken verify;
  private final VerifyPaper paper;
  private final VerdictView views;

  VerifyPages(VerifyToken verify, VerifyPaper paper, VerdictView views) {
    this.verify = verify;
    this.paper = paper;
    this.views = views;
  }

  @GetMapping("/verify")
  ModelAndView ask(Page page) {
    return form(page, Refusals.none());
  }

  private static ModelAndView form(Page page, Refusals errors) {
    return page.form("credential/verify", TITLE, errors);
  }

  /** Where the code of a presentation leads; looking changes nothing. */
  @GetMapping("/verify/{code}")
  ModelAndView coded(Page page, @PathVariable String code) {
    return answer(page, code, verify.verify(code, null));
  }

  @PostMapping("/verify")
  ModelAndView check(
      Page page,
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable MultipartFile photo)
      throws IOException {
    if (photo != null) {
      return photo.isEmpty()
          ? form(page, new Refusals(List.of(NOTHING)))
          : uploaded(page, () -> paper.checkPicture(photo.getBytes()));
    }
    if (file != null && !file.isEmpty()) {
      return uploaded(page, () -> paper.check(file.getBytes()));
    }
    return token.isBlank()
        ? form(page, new Refusals(List.of(NOTHING)))
        : answer(page, token, verify.verify(token, recipient));
  }

  /** What was uploaded, looked at. */
  private interface Looking {
    VerifyPaper.Checked look() throws IOException;
  }

  private ModelAndView uploaded(Page page, Looking looking) throws IOException {
    try {
      VerifyPaper.Checked checked = looking.look();
      return answer(page, checked.letters(), checked.verdict());
    } catch (RefusedException busy) {
      return form(page, Refusals.of(busy));
    }
  }

  private ModelAndView answer(Page page, String typed, Verdict verdict) {
    return page.view(
        "credential/verdict",
        TITLE,
        "verdict",
        verdict,
        "lines",
        views.lines(verdict),
        "recipient",
        views.recipient(verdict),
        "typed",
        VerifyToken.bare(typed));
  }

  /** What a program asks. */
  record Asked(@Nullable String token, @Nullable String recipient) {}

  @PostMapping(path = "/api/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> json(@RequestBody Asked asked) {
    if (asked.token() == null || asked.token().isBlank()) {
      throw new RefusedException(NOTHING);
    }
    return ResponseEntity.ok(views.json(verify.verify(asked.token(), asked.recipient())));
  }

  @PostMapping(path = "/api/verify", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Map<String, Object>> upload(@RequestParam MultipartFile file) throws IOException {
    if (file.isEmpty()) {
      throw new RefusedException(NOTHING);
    }
    return ResponseEntity.ok(views.json(paper.verify(file.getBytes())));
  }
}
