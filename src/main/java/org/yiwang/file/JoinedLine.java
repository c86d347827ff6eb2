package org.yiwang.file;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.page.Page;
import org.yiwang.party.FileJoins;
import org.yiwang.party.Joined;

/** Whence a file has its account, as its owner reads it (认领记录). */
@Component
class JoinedLine {
  private final FileJoins joins;

  JoinedLine(FileJoins joins) {
    this.joins = joins;
  }

  /** One sentence; empty for a file that its owner's account began. */
  Optional<String> find(Page page, UUID party) {
    return joins
        .findOf(party)
        .map(
            of ->
                page.t("这份档案在窗口建立，", "This file began at a counter and joined your account on ")
                    + page.dateTime(of.at())
                    + by(page, of));
  }

  private static String by(Page page, Joined of) {
    return switch (of.way()) {
      case CODE ->
          page.t(
              " 凭姓名、证件号码和办件码（%s）并入您的账户。".formatted(of.ref()),
              ", by name, number and case code (%s).".formatted(of.ref()));
      case COUNTER -> page.t(" 由窗口看过证件原件后并入您的账户。", ", at a counter that saw your document.");
      case SIGN_IN ->
          page.t(
              " 由登录平台（%s）核实身份后并入您的账户。".formatted(of.ref()),
              ", since the provider you sign in with (%s) says who you are.".formatted(of.ref()));
    };
  }
}
