package org.yiwang.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.calendar.DistrictTime;

/**
 * Seals entries into the log (封存), a batch in one transaction: leaves, tiles, and one signed
 * checkpoint over them. Of any number of instances one does it at a time; the others go on with
 * something else. It reads entries without locking them, so no case waits for it.
 */
@Component
class SealEntries {
  /** At most so many in one transaction. */
  static final int BATCH = 4096;

  private static final String LOCK = "hashtextextended('journal.seal:' || current_schema(), 0)";
  private static final String ONE_LEADER = "select pg_try_advisory_xact_lock(" + LOCK + ")";

  /** Waits until no batch is under way, and keeps the next one waiting. */
  static final String AFTER_LEADER = "select pg_advisory_xact_lock(" + LOCK + ")";

  private final LogStore store;
  private final LogKeys keys;
  private final SettledEntries settled;
  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final DistrictTime time;
  private final SecureRandom random = new SecureRandom();

  SealEntries(
      LogStore store,
      LogKeys keys,
      SettledEntries settled,
      JdbcClient sql,
      PlatformTransactionManager transactions,
      DistrictTime time) {
    this.store = store;
    this.keys = keys;
    this.settled = settled;
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
    // What is read must be newer than what was settled before it, whatever the server's default.
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    this.time = time;
  }

  /**
   * Seals one batch.
   *
   * @return how many entries; 0 when none waits or another instance is at it
   * @throws LogRefusedException if the stored log is not what was signed last: nothing is signed on
   *     top of that
   */
  int seal() {
    Integer sealed =
        transaction.execute(
            t -> sql.sql(ONE_LEADER).query(Boolean.class).single() ? sealAsLeader() : 0);
    return sealed == null ? 0 : sealed;
  }

  private int sealAsLeader() {
    Instant now = time.realInstant();
    SealedHead last = store.findNewestHead().orElseGet(() -> begin(now));
    long through = settled.through(last.settled());
    List<Entry> entries = store.listUnsealed(last.settled(), BATCH);
    if (entries.isEmpty()) {
      return 0;
    }
    if (entries.size() == BATCH) {
      through = Math.min(through, entries.getLast().id());
    }
    GrowingTree tree = treeOf(last);
    List<Leaf> leaves = entries.stream().map(entry -> leaf(tree, entry)).toList();
    store.addLeaves(leaves);
    List<Tile> tiles = new ArrayList<>(tree.takeFinished());
    tiles.addAll(tree.unfinished());
    store.saveTiles(tiles);
    store.addHead(signed(tree, Math.max(through, last.settled()), now));
    return leaves.size();
  }

  private Leaf leaf(GrowingTree tree, Entry entry) {
    byte[] salt = new byte[EntryLeaf.SALT_BYTES];
    random.nextBytes(salt);
    byte[] content = EntryLeaf.of(entry, salt);
    var leaf = new Leaf(tree.size(), entry.id(), salt, content, entry);
    tree.append(MerkleHash.leaf(content));
    return leaf;
  }

  /** The tree as it stands; a log must never sign what contradicts its own last word. */
  private GrowingTree treeOf(SealedHead last) {
    GrowingTree tree = GrowingTree.at(last.size(), store::findTile);
    if (!Arrays.equals(tree.root(), last.root())) {
      throw new LogRefusedException(
          "存下的日志与上次在大小 %d 处签的根不符；请看 ./yiwang journal verify".formatted(last.size()),
          "The stored tiles do not give the root that was signed at size %d; see ./yiwang journal verify"
              .formatted(last.size()));
    }
    return tree;
  }

  private SealedHead signed(GrowingTree tree, long through, Instant now) {
    List<SignerKey> signers = keys.signers(now);
    String name = signers.getFirst().verifier().name();
    var checkpoint = new Checkpoint(name, tree.size(), tree.root());
    String note = SignedNote.write(checkpoint.text(), signers);
    return new SealedHead(tree.size(), checkpoint.root(), now, through, note);
  }

  private SealedHead begin(Instant now) {
    SealedHead empty = signed(GrowingTree.at(0, store::findTile), 0, now);
    store.addHead(empty);
    return empty;
  }
}
