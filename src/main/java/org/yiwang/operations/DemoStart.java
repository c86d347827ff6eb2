package org.yiwang.operations;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.launch.Announcement;

/**
 * Has the demo filled right after the start, while the first pages are already served; a command
 * without pages, such as an import, fills nothing.
 */
@Component
@ConditionalOnWebApplication
class DemoStart implements Announcement {
  private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

  private final FillDemo fillDemo;
  private final boolean demo;
  private final int many;

  DemoStart(
      FillDemo fillDemo,
      @Value("${yiwang.demo:false}") boolean demo,
      @Value("${yiwang.demo-cases:400}") int many) {
    this.fillDemo = fillDemo;
    this.demo = demo;
    this.many = many;
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    if (demo && many > 0) {
      Thread.ofPlatform().daemon().name("demo").start(this::fill);
    }
  }

  /** Boards and queues are still empty when the first page is opened; says so, and for how long. */
  @Override
  public List<String> lines() {
    return demo && many > 0 && fillDemo.needed()
        ? List.of("填充  Filling   invented cases appear within a minute or two 虚构的办件一两分钟内出现")
        : List.of();
  }

  private void fill() {
    try {
      fillDemo.fill(many);
    } catch (RuntimeException failed) {
      log.warn("The demo could not be filled; the next start tries again", failed);
    }
  }
}
