package org.yiwang.identity;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.pack.Text;

/** Tells a program whom it acts as here. */
@RestController
class MeApi {

  /** Who a session or token stands for; permissions as in pack files. */
  record Me(String account, Text name, Set<String> roles, Set<String> permissions) {}

  @GetMapping("/api/me")
  ResponseEntity<Me> me(Viewer viewer) {
    String account = viewer.requireSignedIn();
    Set<String> permissions =
        viewer.permissions().stream()
            .map(p -> p.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.toCollection(TreeSet::new));
    Me me = new Me(account, viewer.name(), new TreeSet<>(viewer.roles()), permissions);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(me);
  }
}
