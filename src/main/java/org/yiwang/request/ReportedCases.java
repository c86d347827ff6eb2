package org.yiwang.request;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.OwnCasePage;
import org.yiwang.identity.Viewer;

/**
 * Which cases began as reports (诉求): only these are looked up by number and digits or receipt code.
 * An application, an opinion or the check of a promise has a page and a proof of its own, which
 * four digits must not get round.
 */
@Component
class ReportedCases {
  private final Categories categories;
  private final RequestStore store;
  private final ObjectProvider<OwnCasePage> pages;

  ReportedCases(Categories categories, RequestStore store, ObjectProvider<OwnCasePage> pages) {
    this.categories = categories;
    this.store = store;
    this.pages = pages;
  }

  /** Also of a category that the packs declare no more. */
  boolean isReport(Case of) {
    return of.parent() == null && (declared(of) || store.isFiled(of.number()));
  }

  private boolean declared(Case of) {
    return categories
        .findCategory(of.about().category())
        .filter(category -> category.application().equals(of.position().application()))
        .filter(category -> category.group().equals(of.about().group()))
        .isPresent();
  }

  /** Where whoever signed in follows a case of theirs; empty for what they do not follow. */
  Optional<String> ownPage(Case of) {
    return isReport(of)
        ? Optional.of(href(of))
        : pages.stream().flatMap(one -> one.find(of).stream()).findFirst();
  }

  /** Whether it was opened from the viewer's account. */
  static boolean isOf(Case of, Viewer viewer) {
    String account = viewer.account();
    return account != null && account.equals(of.origin().reporterAccount());
  }

  /** Whether that is a page of requests. */
  boolean isFollowedHere(Case of) {
    return ownPage(of).filter(href(of)::equals).isPresent();
  }

  /** The page on which a report is followed. */
  static String href(Case of) {
    return "/requests/lookup/" + of.number();
  }
}
