package org.yiwang.file;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.OwnCasePage;

/**
 * A correction or a question about a file is followed on the page that requests have too
 * (更正与询问的查办页), by whoever asked and has signed in: no digits and no code open it.
 */
@Component
class FileCasePage implements OwnCasePage {
  @Override
  public Optional<String> find(Case of) {
    return OpenFileCase.opened(of) ? Optional.of(href(of.number())) : Optional.empty();
  }

  static String href(String number) {
    return "/requests/lookup/" + number;
  }
}
