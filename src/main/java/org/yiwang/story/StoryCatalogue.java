package org.yiwang.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.matter.Matters;
import org.yiwang.pack.PackReading;

/** What a pack declares that a story of applications may speak of. */
record StoryCatalogue(
    Map<String, Matters.Declared> matters,
    Map<String, List<String>> bundles,
    Set<String> credentials) {

  static StoryCatalogue of(PackReading pack) {
    Map<String, Matters.Declared> matters = new HashMap<>();
    Matters.declaredIn(pack).forEach(one -> matters.put(one.matter().id(), one));
    Set<String> credentials = new TreeSet<>(CredentialTypes.typesIn(pack).keySet());
    return new StoryCatalogue(matters, Matters.bundlesIn(pack), credentials);
  }

  /** The matters that an application may lead to. */
  List<String> members(Applying applying) {
    return applying.matter() != null
        ? List.of(applying.matter())
        : bundles.getOrDefault(String.valueOf(applying.bundle()), List.of());
  }

  /** What any matter asks. */
  Set<String> questions() {
    return questions(List.copyOf(matters.keySet()));
  }

  /** What these matters ask. */
  Set<String> questions(List<String> members) {
    Set<String> questions = new TreeSet<>();
    for (String id : members) {
      Matters.@Nullable Declared declared = matters.get(id);
      if (declared != null) {
        questions.addAll(declared.questions());
      }
    }
    return questions;
  }

  /** The papers that these matters need. */
  Set<String> papers(List<String> members) {
    Set<String> papers = new TreeSet<>();
    for (String id : members) {
      Matters.@Nullable Declared declared = matters.get(id);
      if (declared != null) {
        declared.matter().evidence().forEach(one -> papers.add(one.id()));
      }
    }
    return papers;
  }
}
