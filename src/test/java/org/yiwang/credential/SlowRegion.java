package org.yiwang.credential;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Another region on this machine that publishes one key. While it is slow it sends the head of an
 * answer at once, and then one letter after the other for as long as somebody listens.
 */
final class SlowRegion implements AutoCloseable {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n";

  private final ServerSocket door;
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch letGo = new CountDownLatch(1);
  private volatile boolean slow = true;

  SlowRegion() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::open);
  }

  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  int asked() {
    return asked.get();
  }

  void slow(boolean now) {
    slow = now;
  }

  /** Opens when whoever asked has hung up before the answer was whole. */
  CountDownLatch letGo() {
    return letGo;
  }

  private void open() {
    try {
      while (true) {
        Socket caller = door.accept();
        asked.incrementAndGet();
        Thread.ofVirtual().start(() -> answer(caller));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void answer(Socket caller) {
    try (caller) {
      caller.getInputStream().read(new byte[4096]);
      OutputStream out = caller.getOutputStream();
      if (slow) {
        drip(out);
      } else {
        byte[] body =
            "{\"issuer\":\"%s\",\"jwks\":{\"keys\":[{\"kid\":\"k1\"}]}}"
                .formatted(url())
                .getBytes(StandardCharsets.UTF_8);
        write(out, HEAD.formatted(body.length).getBytes(StandardCharsets.US_ASCII));
        write(out, body);
      }
    } catch (IOException hungUp) {
      letGo.countDown();
    }
  }

  private static void drip(OutputStream out) throws IOException {
    write(out, HEAD.formatted(1_000_000).getBytes(StandardCharsets.US_ASCII));
    while (!Thread.currentThread().isInterrupted()) {
      write(out, new byte[] {' '});
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static void write(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
