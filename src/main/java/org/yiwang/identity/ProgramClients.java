package org.yiwang.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The programs that may sign people in or act here; only those that are enabled are found. */
@Component
class ProgramClients {
  private final ClientStore store;
  private final Cache<String, Optional<ProgramClient>> recent =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(4)).maximumSize(1000).build();

  ProgramClients(ClientStore store) {
    this.store = store;
  }

  Optional<ProgramClient> find(String clientId) {
    return recent.get(clientId, store::find).filter(ProgramClient::enabled);
  }

  Optional<ProgramClient> find(UUID id) {
    return store.find(id).filter(ProgramClient::enabled);
  }

  List<ProgramClient> list() {
    return store.list();
  }

  void forget(String clientId) {
    recent.invalidate(clientId);
  }
}
