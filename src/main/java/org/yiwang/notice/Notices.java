package org.yiwang.notice;

import java.util.List;

/** Messages to people (通知). A message is delivered at least once, or visibly given up. */
public interface Notices {
  /**
   * Writes a message down in the transaction of the change that it tells of: if the change is not
   * made, nobody hears of it.
   *
   * @throws IllegalStateException outside a transaction
   */
  void tell(NewNotice notice);

  /** The inbox of an account, newest first. */
  List<Notice> listInbox(String account, int limit);

  long countUnseen(String account);

  void markSeen(String account);

  /** What was told about a subject, oldest first. */
  List<Notice> listAbout(String subject);

  /** Messages that the program stopped trying to deliver, newest first. */
  List<Notice> listGivenUp(int limit);
}
