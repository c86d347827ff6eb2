package org.yiwang.operations;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * {@code demo-cases.yaml} of an application: what invented people report and write (演示用语). An
 * application without one gets sentences made from its categories.
 *
 * @param invented must be true: words of real people never stand in a pack
 * @param notes what officers write with an action, by the action's id
 */
record DemoDefinition(boolean invented, List<Scene> scenes, Map<String, List<Text>> notes) {

  /**
   * Things that are reported alike.
   *
   * @param categories ids of categories
   * @param weight how often, against the other scenes
   * @param picture what a photo of it shows
   * @param says what people write; {@code {place}} becomes a landmark nearby
   */
  record Scene(
      List<String> categories, int weight, @Nullable DemoPicture picture, List<Text> says) {}
}
