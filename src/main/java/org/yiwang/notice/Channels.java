package org.yiwang.notice;

import java.util.Map;
import java.util.Optional;

/** The way out for each way of telling, as far as one is set up. */
record Channels(Map<Way, Channel> byWay) {
  Optional<Channel> find(Way way) {
    return Optional.ofNullable(byWay.get(way));
  }
}
