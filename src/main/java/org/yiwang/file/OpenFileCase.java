package org.yiwang.file;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.NewCase;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** Opens the case of somebody who asks about their file, where the pack declares one. */
@Component
class OpenFileCase {
  /** The group of all these cases. */
  static final String GROUP = "file";

  private final Cases cases;
  private final FileStore store;
  private final List<Defined<FileDesk>> desks;

  OpenFileCase(Cases cases, FileStore store, District district) {
    this.cases = cases;
    this.store = store;
    this.desks = district.list(FilePackPart.DESK);
  }

  /** What may be asked here (可提请求). */
  enum Asking {
    CORRECT("file-correct", Text.of("档案更正", "Correction of a file"), FileDesk::correct),
    WHY("file-why", Text.of("询问查看原因", "Why somebody looked"), FileDesk::askWhy);

    private final String category;
    private final Text words;
    private final Function<FileDesk, FileDesk.Way> way;

    Asking(String category, Text words, Function<FileDesk, FileDesk.Way> way) {
      this.category = category;
      this.words = words;
      this.way = way;
    }

    String category() {
      return category;
    }

    Text words() {
      return words;
    }
  }

  /** Whether a case is one of these; asked of every move of every case, so without the database. */
  static boolean opened(Case of) {
    return GROUP.equals(of.about().group());
  }

  boolean declared(Asking what) {
    return find(what).isPresent();
  }

  /** Within what time it is answered; empty where it cannot be asked. */
  Optional<Text> findLimit(Asking what) {
    return find(what).map(found -> found.way().limit().words());
  }

  private record Found(String application, FileDesk.Way way) {}

  private Optional<Found> find(Asking what) {
    return desks.stream()
        .filter(desk -> what.way.apply(desk.value()) != null)
        .map(desk -> new Found(desk.application(), what.way.apply(desk.value())))
        .findFirst();
  }

  /**
   * What is asked, by whom, and in which language the answer is to be.
   *
   * @param by without an account where somebody has none and showed otherwise whose file it is
   */
  record Wish(Asking what, UUID party, Text title, Actor by, Language language) {}

  /** Whoever has signed in. */
  static Actor by(Viewer viewer) {
    return new Actor(Actor.Kind.RESIDENT, viewer.requireSignedIn(), viewer.name());
  }

  Case open(Wish wish) {
    Found found = find(wish.what()).orElseThrow(FileRefusals::notHere);
    Case opened = cases.open(made(wish, found));
    store.keepLanguage(opened.number(), wish.language());
    return opened;
  }

  private static NewCase made(Wish wish, Found found) {
    return new NewCase(
        found.application(),
        found.way().lifecycle(),
        found.way().limit(),
        new Case.About(wish.what().category, GROUP, wish.title(), ""),
        new Case.Where("", null, null, null, null),
        found.way().unit(),
        new Case.Origin("web", wish.party(), wish.by().account()),
        List.of(),
        false,
        null,
        wish.by());
  }
}
