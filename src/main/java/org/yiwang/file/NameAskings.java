package org.yiwang.file;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CategoryNames;
import org.yiwang.casework.Net;
import org.yiwang.file.OpenFileCase.Asking;
import org.yiwang.pack.Text;

/** Tells desk and board how what people ask about their files is called (档案请求). */
@Component
class NameAskings implements CategoryNames {
  private static final Text FILES = Text.of("档案", "Files");

  private final OpenFileCase openFileCase;

  NameAskings(OpenFileCase openFileCase) {
    this.openFileCase = openFileCase;
  }

  @Override
  public Net net() {
    return Net.FILES;
  }

  @Override
  public Optional<Text> findCategoryName(String id) {
    return Arrays.stream(Asking.values())
        .filter(asking -> asking.category().equals(id))
        .map(Asking::words)
        .findFirst();
  }

  @Override
  public Map<String, Text> listGroupNames() {
    boolean any = Arrays.stream(Asking.values()).anyMatch(openFileCase::declared);
    return any ? Map.of(OpenFileCase.GROUP, FILES) : Map.of();
  }
}
