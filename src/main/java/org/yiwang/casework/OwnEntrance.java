package org.yiwang.casework;

/**
 * Actions that a floor above does itself, since more belongs to them than the move (另设入口的操作): what
 * is supplied with a supplement, the answer that is put right. The case takes them from nobody
 * else, whatever entrance they come by.
 */
public interface OwnEntrance {
  /** Whether that action of this case is done by the module alone. */
  boolean has(Case of, String action);
}
