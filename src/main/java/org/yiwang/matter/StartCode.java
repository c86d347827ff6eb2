package org.yiwang.matter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * A code that hangs somewhere and begins an application with what is known there (码上注).
 *
 * @param id stands in the address that the code carries
 * @param stands where it hangs
 * @param matter what it begins; this or {@code bundle}
 * @param answers answers that are known at that place, by question
 * @param invented whether the place is invented
 */
public record StartCode(
    String id,
    Text name,
    Text stands,
    @Nullable String matter,
    @Nullable String bundle,
    Map<String, String> answers,
    boolean invented) {

  /** The address that the code carries, below the site's own. */
  public String href() {
    return "/apply/" + target() + "?code=" + id;
  }

  /** The page about what it begins. */
  String startPage() {
    return bundle == null ? "/matters/" + matter : "/bundles/" + bundle;
  }

  private String target() {
    return bundle == null ? String.valueOf(matter) : "bundles/" + bundle;
  }

  /** Whether it begins this bundle. */
  boolean begins(Bundle other) {
    return other.id().equals(bundle);
  }

  /** {@code codes.yaml}. */
  record CodesFile(List<StartCode> codes) {}
}
