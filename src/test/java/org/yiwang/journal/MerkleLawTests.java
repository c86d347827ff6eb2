package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The tree made of tiles is the tree of RFC 6962, whatever its size and however it grew. */
class MerkleLawTests {
  private static final List<byte[]> MANY = NaiveTree.leaves(70_000);

  @Property(tries = 150)
  void growingInStepsGivesTheRoot(
      @ForAll @IntRange(max = 1500) int size, @ForAll @IntRange(min = 1, max = 600) int step) {
    List<byte[]> leaves = MANY.subList(0, size);
    TileShelf shelf = TileShelf.of(leaves, step);
    assertThat(GrowingTree.at(size, shelf::find).root()).isEqualTo(NaiveTree.root(leaves));
    assertThat(shelf.tree().root(size)).isEqualTo(NaiveTree.root(leaves));
  }

  @Property(tries = 300)
  void everyLeafCanBeProven(
      @ForAll @IntRange(min = 1, max = 1500) int size, @ForAll @IntRange(max = 1499) int any) {
    int place = any % size;
    List<byte[]> leaves = MANY.subList(0, size);
    List<byte[]> proof = TileShelf.of(leaves, 400).tree().inclusion(place, size);
    var head = new MerkleProofs.Head(size, NaiveTree.root(leaves));
    assertThat(MerkleProofs.includes(head, place, leaves.get(place), proof)).isTrue();
    int other = (place + 1) % size;
    assertThat(MerkleProofs.includes(head, place, MANY.get(place + 1), proof)).isFalse();
    assertThat(other != place && MerkleProofs.includes(head, other, leaves.get(place), proof))
        .isFalse();
  }

  @Property(tries = 300)
  void everyTreeContinuesTheSmallerOnes(
      @ForAll @IntRange(max = 1500) int size, @ForAll @IntRange(max = 1500) int any) {
    int smaller = size == 0 ? 0 : any % (size + 1);
    LogTree tree = TileShelf.of(MANY.subList(0, size), 256).tree();
    var before = new MerkleProofs.Head(smaller, NaiveTree.root(MANY.subList(0, smaller)));
    var now = new MerkleProofs.Head(size, NaiveTree.root(MANY.subList(0, size)));
    List<byte[]> proof = tree.consistency(smaller, size);
    if (smaller > 0 && smaller < size) {
      assertThat(MerkleProofs.continues(before, now, proof)).isTrue();
      var other = new MerkleProofs.Head(smaller, NaiveTree.root(MANY.subList(1, smaller + 1)));
      assertThat(MerkleProofs.continues(other, now, proof)).isFalse();
    }
  }

  /** The example of the specification: 273 full tiles, then 112, 17 and 1 hashes. */
  @Example
  void aTreeOfSeventyThousandHasTheTilesThatTheSpecificationCounts() {
    TileShelf shelf = TileShelf.of(MANY, 4096);
    assertThat(shelf.find(0, 272).orElseThrow().full()).isTrue();
    assertThat(shelf.find(0, 273).orElseThrow().width()).isEqualTo(112);
    assertThat(shelf.find(1, 0).orElseThrow().full()).isTrue();
    assertThat(shelf.find(1, 1).orElseThrow().width()).isEqualTo(17);
    assertThat(shelf.find(2, 0).orElseThrow().width()).isEqualTo(1);
    assertThat(shelf.find(0, 274)).isEmpty();
    assertThat(shelf.tree().root(MANY.size())).isEqualTo(NaiveTree.root(MANY));
    assertThat(Tile.widthIn(70_000, 0, 273)).isEqualTo(112);
    assertThat(Tile.widthIn(70_000, 1, 1)).isEqualTo(17);
    assertThat(Tile.widthIn(70_000, 2, 0)).isEqualTo(1);
    assertThat(Tile.widthIn(70_000, 3, 0)).isZero();
    assertThat(Tile.widthIn(70_000, 63, Long.MAX_VALUE)).isZero();
    assertThat(Tile.widthIn(256, 0, 0)).isEqualTo(256);
  }
}
