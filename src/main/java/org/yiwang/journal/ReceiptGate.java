package org.yiwang.journal;

/**
 * Who may have the receipt of an entry (凭条查看权). A receipt shows the entry word for word, so the
 * module that knows who may read it offers a bean; of several gates the widest counts.
 */
public interface ReceiptGate {
  /** How much of an entry somebody may read. */
  enum Shown {
    /** Not even that it exists. */
    NOTHING,
    /** All but who did it; for people whom the entry concerns. */
    UNNAMED,
    /** All. */
    ALL
  }

  /** How much of this entry whoever asks in the present request may read. */
  Shown shows(Entry entry);
}
