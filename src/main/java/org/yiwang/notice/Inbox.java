package org.yiwang.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/** What was told to an account, each with the way to what it is about (收件箱). */
@Component
public class Inbox {
  private final Notices notices;
  private final NoticeStore store;
  private final List<NoticePlace> places;

  Inbox(Notices notices, NoticeStore store, List<NoticePlace> places) {
    this.notices = notices;
    this.store = store;
    this.places = places;
  }

  /**
   * One message in the inbox.
   *
   * @param to where what it is about is seen or done; null where there is no such page
   */
  public record Told(Notice of, @Nullable Link to) {
    /** Its own address: opening it counts as having read it, and leads on. */
    public String href() {
      return "/messages/" + of.id();
    }

    public boolean fresh() {
      return of.seen() == null;
    }
  }

  /** The newest, read and unread. */
  public List<Told> list(Page page, Viewer reader, int most) {
    return told(page, reader, notices.listInbox(reader.requireSignedIn(), most));
  }

  /** The newest that were not read. */
  public List<Told> listFresh(Page page, Viewer reader, int most) {
    return told(page, reader, store.listUnseen(reader.requireSignedIn(), most));
  }

  private List<Told> told(Page page, Viewer reader, List<Notice> all) {
    return all.stream().map(one -> new Told(one, place(page, reader, one).orElse(null))).toList();
  }

  /** A message to this reader; empty for anybody else's. */
  Optional<Told> find(Page page, Viewer reader, UUID id) {
    return store
        .find(id)
        .filter(one -> reader.requireSignedIn().equals(one.to().account()))
        .map(one -> new Told(one, place(page, reader, one).orElse(null)));
  }

  private Optional<Link> place(Page page, Viewer reader, Notice of) {
    return places.stream().flatMap(place -> place.find(of, reader, page).stream()).findFirst();
  }
}
