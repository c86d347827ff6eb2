package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Templates drawn from the source tree, for whoever edits them. */
class EditedTemplateTests {
  private final EditedTemplates templates = new EditedTemplates();

  @Test
  void aTemplateIsDrawnFromItsSource() throws IOException {
    assertThat(templates.has("page/tag")).isTrue();
    assertThat(templates.has("page/nowhere")).isFalse();
    Utf8ByteOutput out = templates.draw("page/tag", Map.of("label", "<超时>", "tone", Tone.LATE));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    out.writeTo(bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("<span class=\"tag late\">&lt;超时");
  }
}
