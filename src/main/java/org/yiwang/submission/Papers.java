package org.yiwang.submission;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.page.RefusedException;

/** Takes uploaded papers in: what a file is, its first bytes say, not its name. */
@Component
class Papers {
  static final int MEGABYTES = 10;
  private static final int LARGEST = MEGABYTES * 1024 * 1024;

  private final PaperStore store;
  private final PaperLimits limits;

  Papers(PaperStore store, PaperLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  /** A file that is what it says. */
  record Checked(String name, String type, byte[] content) {}

  /**
   * Who uploads.
   *
   * @param account with which somebody signed in, or the code by which it is done
   * @param visit at which an officer scans it for whoever stands there; null anywhere else
   */
  record By(String account, @Nullable UUID visit) {
    private static final String CODE = "code:";

    static By code(UUID code) {
      return new By(CODE + code, null);
    }

    boolean byCode() {
      return account.startsWith(CODE);
    }
  }

  /**
   * @param at the evidence it is for, beside which a refusal is shown
   * @throws RefusedException INVALID or TOO_LARGE
   */
  @Transactional
  UUID save(By by, String at, MultipartFile file) throws IOException {
    if (file.getSize() > LARGEST) {
      throw new RefusedException(SubmissionRefusals.paperTooLarge(at, MEGABYTES));
    }
    byte[] content = file.getBytes();
    String type =
        type(content).orElseThrow(() -> new RefusedException(SubmissionRefusals.paperWrong(at)));
    limits.check(by, at, content.length);
    return store.insert(
        by, new Checked(PaperName.of(file.getOriginalFilename(), type), type, content));
  }

  private static Optional<String> type(byte[] content) {
    if (starts(content, 0x25, 0x50, 0x44, 0x46, 0x2d)) {
      return Optional.of("application/pdf");
    }
    if (starts(content, 0xff, 0xd8, 0xff)) {
      return Optional.of("image/jpeg");
    }
    return starts(content, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
        ? Optional.of("image/png")
        : Optional.empty();
  }

  private static boolean starts(byte[] content, int... signs) {
    if (content.length < signs.length) {
      return false;
    }
    for (int i = 0; i < signs.length; i++) {
      if ((content[i] & 0xff) != signs[i]) {
        return false;
      }
    }
    return true;
  }
}
