package org.yiwang.notice;

import java.util.List;
import org.yiwang.pack.Language;

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

  /**
   * @param read the language in which the inbox was read; from now on the account is written to in
   *     it
   */
  void markSeen(String account, Language read);

  /**
   * The language in which an account is written to (收信语言): in which it last read its inbox, else
   * the district's first. What is told to an account goes out in it, whatever the sender guessed.
   */
  Language languageOf(String account);

  /** What was told about a subject, oldest first. */
  List<Notice> listAbout(String subject);

  /** Messages that the program stopped trying to deliver, newest first. */
  List<Notice> listGivenUp(int limit);
}
