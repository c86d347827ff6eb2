package org.yiwang.journal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Makes the receipt of an entry for those who may read it (出具凭条). */
@Component
class MakeReceipt {
  private final LogStore store;
  private final LogKeys keys;
  private final List<ReceiptGate> gates;

  MakeReceipt(LogStore store, LogKeys keys, List<ReceiptGate> gates) {
    this.store = store;
    this.keys = keys;
    this.gates = List.copyOf(gates);
  }

  /**
   * The receipt; empty while the entry waits to be sealed, which takes seconds.
   *
   * @throws RefusedException MISSING, also for an entry that is out of reach; UNAVAILABLE when the
   *     entry is not any more what was sealed
   */
  Optional<Receipt> make(long id) {
    Entry entry = store.findEntry(id).orElseThrow(MakeReceipt::missing);
    ReceiptGate.Shown shown = shows(entry);
    if (shown == ReceiptGate.Shown.NOTHING) {
      throw missing();
    }
    boolean named = shown == ReceiptGate.Shown.ALL;
    return store.findLeafOf(id).map(leaf -> proven(entry, named, leaf));
  }

  /** How much of it whoever asks may see. */
  ReceiptGate.Shown shows(Entry entry) {
    return gates.stream()
        .map(gate -> gate.shows(entry))
        .max(Comparator.naturalOrder())
        .orElse(ReceiptGate.Shown.NOTHING);
  }

  private Receipt proven(Entry entry, boolean named, Leaf leaf) {
    SealedHead head = store.findNewestHead().orElseThrow();
    var tree = new LogTree(new StoredHashes(store));
    List<byte[]> inclusion = tree.inclusion(leaf.index(), head.size());
    var receipt = new Receipt(entry, named, leaf, head, inclusion, keyOf(head));
    byte[] hash = MerkleHash.leaf(leaf.content());
    if (!Arrays.equals(EntryLeaf.of(entry, leaf.salt()), leaf.content())
        || !MerkleProofs.includes(head.head(), leaf.index(), hash, inclusion)) {
      throw new RefusedException(broken());
    }
    return receipt;
  }

  /** The newest key that signed it: just after a change that is still the one before. */
  private VerifierKey keyOf(SealedHead head) {
    SignedNote note = SignedNote.parse(head.note());
    return keys.listVerifiers().stream().filter(note::signedBy).findFirst().orElseThrow();
  }

  private static RefusedException missing() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "entry-missing",
            Text.of("没有这条记录，或您不能查看它。", "There is no such entry, or you may not see it."),
            Text.of("请检查编号，或登录有权查看的账户。", "Check the number, or sign in as somebody who may.")));
  }

  private static Refusal broken() {
    return Refusal.of(
        Refusal.Kind.UNAVAILABLE,
        "entry-not-as-sealed",
        Text.of(
            "这条记录与封存时不一致，不能出具凭条。",
            "This entry is not what was sealed, so there can be no receipt for it."),
        Text.of(
            "请告知系统管理员运行 ./yiwang journal verify。",
            "Tell the administrator to run ./yiwang journal verify."));
  }
}
