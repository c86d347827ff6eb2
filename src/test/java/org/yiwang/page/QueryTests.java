package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Addresses made from the present one. */
class QueryTests {
  private final Query query = Query.parse("/desk", "street=a&street=b&q=%E4%BA%95+%26&page=3");

  @Test
  void anAddressSurvivesBeingRead() {
    assertThat(query.href()).isEqualTo("/desk?street=a&street=b&q=%E4%BA%95+%26&page=3");
    assertThat(query.first("q")).isEqualTo("井 &");
  }

  @Test
  void parametersAreSetAndTakenAwayWithoutChangingTheOriginal() {
    assertThat(query.with("sort", "-due").without("page").without("q").href())
        .isEqualTo("/desk?street=a&street=b&sort=-due");
    assertThat(query.without("street", "a").without("street", "b").without("q").href())
        .isEqualTo("/desk?page=3");
    assertThat(query.first("page")).isEqualTo("3");
  }

  @Test
  void whatCannotBeDecodedIsLeftOut() {
    assertThat(Query.parse("/x", "a=%zz&b=1&&=2").href()).isEqualTo("/x?b=1");
    assertThat(Query.parse("/x", null).href()).isEqualTo("/x");
  }

  @Test
  void aColumnSortsTheOtherWayRoundTheSecondTime() {
    Column due = Column.sorted("Due", "due");
    assertThat(due.href(Query.parse("/desk", "page=2"))).isEqualTo("/desk?sort=due");
    assertThat(due.href(Query.parse("/desk", "sort=due"))).isEqualTo("/desk?sort=-due");
    assertThat(due.href(Query.parse("/desk", "sort=-due"))).isEqualTo("/desk?sort=due");
    assertThat(due.order(Query.parse("/desk", "sort=-due"))).isEqualTo("descending");
  }

  @Test
  void aLongListShowsItsEndsAndWhatIsNear() {
    assertThat(new Paging(1204, 50, 12).shown()).containsExactly(1, 0, 11, 12, 13, 0, 25);
    assertThat(new Paging(0, 50, 1).pages()).isEqualTo(1);
    assertThat(new Paging(101, 50, 3).from()).isEqualTo(101);
    assertThat(new Paging(101, 50, 3).to()).isEqualTo(101);
  }
}
