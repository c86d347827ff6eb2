package org.yiwang.journal;

/**
 * Who may have the receipt of an entry (凭条查看权). A receipt shows the entry in full, so the module
 * that knows who may read it offers a bean; one that opens is enough.
 */
public interface ReceiptGate {
  /** Whether whoever asks in the present request may read this entry in full. */
  boolean opens(Entry entry);
}
