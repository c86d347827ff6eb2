package org.yiwang.file;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.file.FileStore.Question;
import org.yiwang.file.OpenFileCase.Asking;
import org.yiwang.file.OpenFileCase.Wish;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** Why did somebody look at my data (为何查阅)? One tap opens a case; a second one finds it. */
@Component
class AskWhy {
  private final OpenFileCase open;
  private final OwnParties own;
  private final FileStore store;
  private final AccessLog access;
  private final DistrictTime time;

  AskWhy(OpenFileCase open, OwnParties own, FileStore store, AccessLog access, DistrictTime time) {
    this.open = open;
    this.own = own;
    this.store = store;
    this.access = access;
    this.time = time;
  }

  /** The number of the case in which it is answered. */
  @Transactional
  public String ask(UUID party, long entry, Viewer viewer, Language language) {
    AccessLog.Look look =
        access
            .findLook(entry)
            .filter(found -> own.concerned(party).contains(found.concerns()))
            .orElseThrow(FileRefusals::missing);
    return ask(party, look, OpenFileCase.by(viewer), language);
  }

  /** The same, for whoever has shown already that the look concerns them. */
  @Transactional
  public String ask(UUID party, AccessLog.Look look, Actor by, Language language) {
    store.lock(party, look.entry());
    Optional<String> before =
        store.listQuestions(party).stream()
            .filter(asked -> asked.look() == look.entry())
            .map(Question::number)
            .findFirst();
    return before.orElseGet(
        () -> opened(look, title -> new Wish(Asking.WHY, party, title, by, language)));
  }

  private String opened(AccessLog.Look look, Function<Text, Wish> asking) {
    String unit = look.unit().zh();
    Text title =
        Text.of(
            "询问：为何查看我的信息" + (unit.isEmpty() ? "" : "（" + unit + "）"),
            "Question: why was my data looked at"
                + (unit.isEmpty() ? "" : " (" + look.unit().en() + ")"));
    Wish wish = asking.apply(title);
    Case of = open.open(wish);
    store.insert(new Question(of.number(), wish.party(), look.entry()), time.instant());
    return of.number();
  }
}
