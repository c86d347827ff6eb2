package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yiwang.pack.Text;

/** Pictures are opened few at once, on no request's own thread, and nobody waits for ever. */
class DarkroomTests {
  private static final RefusedException BUSY =
      new RefusedException(
          Refusal.of(Refusal.Kind.UNAVAILABLE, "busy", Text.same("busy"), Text.same("again")));

  private static Darkroom room(Duration patience) {
    return new Darkroom(1, 1, patience);
  }

  @Test
  void oneIsOpenedOneWaitsAndTheNextIsAskedToComeAgain() throws Exception {
    Darkroom room = room(Duration.ofHours(1));
    CountDownLatch end = new CountDownLatch(1);
    Future<String> opened = room.begin(() -> named(end));
    Future<String> waiting = room.begin(() -> named(end));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> room.develop(() -> "", () -> BUSY))
        .isSameAs(BUSY);
    end.countDown();
    assertThat(opened.get()).startsWith("darkroom");
    assertThat(waiting.get()).startsWith("darkroom");
    assertThat(room.develop(() -> "done", () -> BUSY)).isEqualTo("done");
  }

  private static String named(CountDownLatch end) throws InterruptedException {
    end.await();
    return Thread.currentThread().getName();
  }

  @Test
  void whoeverWaitsTooLongIsAskedToComeAgain() {
    Darkroom room = room(Duration.ofMillis(100));
    CountDownLatch end = new CountDownLatch(1);
    room.begin(() -> named(end));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> room.develop(() -> "", () -> BUSY))
        .isSameAs(BUSY);
    end.countDown();
  }

  @Test
  void whatNobodyWaitsForIsToldToStop() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Darkroom room = room(Duration.ofHours(1));
    Thread caller = Thread.ofPlatform().start(() -> left(room, begun, stopped));
    begun.await();
    caller.interrupt();
    stopped.await();
    caller.join();
    assertThat(stopped.getCount()).isZero();
  }

  private static void left(Darkroom room, CountDownLatch begun, CountDownLatch stopped) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> room.develop(() -> untilStopped(begun, stopped), () -> BUSY));
  }

  private static String untilStopped(CountDownLatch begun, CountDownLatch stopped)
      throws InterruptedException {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
      return "never";
    } finally {
      stopped.countDown();
    }
  }

  @Test
  void whatGoesWrongInsideIsToldOutside() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> room(Duration.ofHours(1)).develop(DarkroomTests::broken, () -> BUSY));
  }

  private static String broken() {
    throw new IllegalArgumentException("broken");
  }

  @Test
  void aPictureIsUnpackedOnlyAsFarAsIsWantedAndNotAtAllWhenNobodyWaits() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage drawn = new BufferedImage(900, 600, BufferedImage.TYPE_BYTE_BINARY);
    ImageIO.write(drawn, "png", bytes);
    try (PictureFile file = PictureFile.open(bytes.toByteArray())) {
      assertThat(file.format()).isEqualTo("png");
      assertThat(file.holdsAtMost(540_000)).isTrue();
      assertThat(file.holdsAtMost(539_999)).isFalse();
      BufferedImage third = file.every(3, null);
      assertThat(third.getWidth()).isEqualTo(300);
      assertThat(third.getHeight()).isEqualTo(200);
    }
    Thread.currentThread().interrupt();
    try (PictureFile file = PictureFile.open(bytes.toByteArray())) {
      assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> file.every(1, null));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
