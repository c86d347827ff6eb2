package org.yiwang.party;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * How two parties belong together (关系): {@code party} is {@code kind} of {@code other}.
 *
 * @param until when it ended; null while it lasts
 * @param ending the case or credential by which it ended; null while it lasts
 */
public record Relation(
    long id,
    UUID party,
    Kind kind,
    UUID other,
    Fact.Source source,
    Instant since,
    @Nullable Instant until,
    Fact.@Nullable Source ending) {

  /** What one is to the other. */
  public enum Kind {
    CHILD(Text.of("子女", "child"), Text.of("父母", "parent")),
    SPOUSE(Text.of("配偶", "spouse"), Text.of("配偶", "spouse")),
    LEGAL_REPRESENTATIVE(
        Text.of("法定代表人", "legal representative"), Text.of("代表的企业", "firm represented")),
    EMPLOYEE(Text.of("员工", "employee"), Text.of("用人单位", "employer")),
    AGENT(Text.of("代理人", "agent"), Text.of("委托人", "principal"));

    private final Text name;
    private final Text back;

    Kind(Text name, Text back) {
      this.name = name;
      this.back = back;
    }

    /** Whether two such parties can belong together like this. */
    boolean fits(PartyName.Kind party, PartyName.Kind of) {
      return party == PartyName.Kind.PERSON
          && switch (this) {
            case CHILD, SPOUSE -> of == PartyName.Kind.PERSON;
            case LEGAL_REPRESENTATIVE -> of == PartyName.Kind.FIRM;
            case EMPLOYEE, AGENT -> of != PartyName.Kind.THING;
          };
    }

    /** What the first is to the second. */
    public Text forward() {
      return name;
    }

    /** What the second is to the first. */
    public Text back() {
      return back;
    }
  }

  /** Whether it holds at that instant. */
  public boolean lasts(Instant at) {
    return until == null || until.isAfter(at);
  }

  /** Whether it is what another would say; of spouses each is the other's. */
  boolean says(NewRelation same) {
    return kind == same.kind()
        && (kind == Kind.SPOUSE
            ? joins(same.party()) && joins(same.other())
            : party.equals(same.party()) && other.equals(same.other()));
  }

  /** As it was to be put on file. */
  NewRelation asNew() {
    return new NewRelation(party, kind, other, source);
  }

  /** Whether that party is one of the two. */
  public boolean joins(UUID side) {
    return side.equals(party) || side.equals(other);
  }

  /** The other side of it. */
  public UUID across(UUID from) {
    return from.equals(party) ? other : party;
  }

  /** What the other side is to this one. */
  public Text acrossIs(UUID from) {
    return from.equals(party) ? kind.back() : kind.forward();
  }
}
