package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An outside database that says no is not asked for half a minute; the reason is said at once. */
class OutsideDatabaseTests {
  private static final Path TOY = Path.of("packs/_toy");
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final DatabaseAddress right = TestDatabase.empty();

  @Test
  void aWrongPasswordIsSaidAtOnce() {
    assertThat(refusal(new DatabaseAddress(right.url(), right.user(), "wrong")))
        .contains("外部数据库不让“" + right.user() + "”登录", "请改正", "Correct YIWANG_DB_USER");
  }

  @Test
  void noPasswordAndAnUnknownAccountAreSaidAtOnce() {
    assertThat(refusal(new DatabaseAddress(right.url(), right.user(), "")))
        .contains("不让", "YIWANG_DB_PASSWORD");
    assertThat(refusal(new DatabaseAddress(right.url(), "nobody", "wrong")))
        .contains("不让“nobody”登录", "does not let \"nobody\" in");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidAtOnce() {
    assertThat(refusal(new DatabaseAddress(right.url() + "_not", right.user(), right.password())))
        .contains("没有这个数据库", "Make it first, or correct YIWANG_DB_URL");
  }

  @Test
  void anAddressOfAnotherKindIsSaidAtOnce() {
    assertThat(refusal(new DatabaseAddress("postgres://db/yiwang", "yiwang", "x")))
        .contains("请写成 jdbc:postgresql://", "Write it as jdbc:postgresql://HOST:PORT/DATABASE");
  }

  /** A mistyped address or pack begins no district there; only a start does. */
  @Test
  void aSchemaThatIsNotThereIsSaidAndNotMade() {
    Throwable thrown = catchThrowable(() -> OpeningDatabase.open(TOY, false, right).close());
    assertThat(thrown)
        .isInstanceOf(LaunchException.class)
        .hasMessageContainingAll(
            "数据库里没有 packs/_toy 的城区", "no district of packs/_toy in the database")
        .hasMessageContaining("./yiwang start --pack packs/_toy");
    try (HikariDataSource pool = Pool.open(right, "_toy", 1)) {
      assertThat(Migration.begun(pool, "_toy")).isFalse();
      assertThat(schemas(pool)).isEmpty();
      OpeningDatabase.open(TOY, true, right).close();
      assertThat(Migration.begun(pool, "_toy")).isTrue();
    }
    OpeningDatabase.open(TOY, false, right).close();
  }

  private static List<String> schemas(HikariDataSource pool) {
    return JdbcClient.create(pool)
        .sql("SELECT nspname FROM pg_namespace WHERE nspname = '_toy'")
        .query(String.class)
        .list();
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aServerThatAcceptsAndThenSaysNothingHoldsNobodyUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      long began = System.nanoTime();
      OutsideDatabase.knock(
          DatabaseAddress.local(silent.getLocalPort(), "yiwang", "yiwang", "secret"));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
    }
  }

  private static String refusal(DatabaseAddress address) {
    long began = System.nanoTime();
    Throwable thrown = catchThrowable(() -> OpeningDatabase.open(TOY, true, address).close());
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
    assertThat(thrown).isInstanceOf(LaunchException.class);
    return String.valueOf(thrown.getMessage());
  }
}
