package org.yiwang.page;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;

/**
 * Goes wrong in every way; registered by {@link PagesAlone} only, found by no scan of the program.
 */
@RestController
class FaultySamplePages {
  record Report(@NotBlank String what) {}

  @GetMapping({"/faulty/refused", "/api/faulty/refused"})
  String refused() {
    throw new RefusedException(
        List.of(
            Refusal.of(
                Refusal.Kind.OUTDATED,
                "case-outdated",
                Text.of("别人刚办过这一步。", "Somebody has just done this step."),
                Text.of("请刷新后再看。", "Reload and look again.")),
            Refusal.invalid(
                "reason-missing",
                "reason",
                Text.of("没有写原因。", "There is no reason."),
                Text.of("请写上。", "Write one."))));
  }

  @GetMapping({"/faulty/closed", "/api/faulty/closed"})
  String closed() {
    throw new RefusedException(
        Refusal.of(
            Refusal.Kind.UNAVAILABLE,
            "closed-now",
            Text.of("现在不办。", "Not now."),
            Text.of("请明天再来。", "Come tomorrow.")));
  }

  @GetMapping({"/faulty/broken", "/api/faulty/broken"})
  String broken() {
    throw new IllegalStateException("secret of the inside");
  }

  @GetMapping({"/faulty/unkept", "/api/faulty/unkept"})
  String unkept() {
    throw new IllegalStateException(new SQLException("secret of the inside", "22021"));
  }

  @GetMapping({"/faulty/away", "/api/faulty/away"})
  String away(@RequestParam("state") String state) {
    throw new IllegalStateException(new SQLException("secret of the inside", state));
  }

  @GetMapping("/faulty/denied")
  String denied() {
    throw new AccessDeniedException("secret of the inside");
  }

  @GetMapping({"/faulty/number", "/api/faulty/number"})
  String number(@RequestParam("n") int n) {
    return "" + n;
  }

  /** What a form sends of a case. */
  record Seen(int version, @Nullable Long before) {}

  @GetMapping({"/faulty/bound", "/api/faulty/bound"})
  String bound(@ModelAttribute Seen seen) {
    return "" + seen.version();
  }

  /** Leads to where somebody typed. */
  @GetMapping("/faulty/led")
  ModelAndView led(Page page, @RequestParam("to") String to) {
    return page.redirect("/apply/" + to + "?for=1%20");
  }

  @PostMapping("/api/faulty/report")
  String report(@Valid @RequestBody Report report) {
    return report.what();
  }

  @PostMapping({"/faulty/photo", "/api/faulty/photo"})
  String photo(@RequestParam("photo") MultipartFile photo) {
    return "" + photo.getSize();
  }
}
