package org.yiwang.page;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.yiwang.pack.Defined;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.District;
import org.yiwang.pack.DistrictDefinition;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** A district with nothing in it but a name, for pages alone. */
record ToyDistrict(DistrictDefinition definition) implements District {

  static ToyDistrict withName(String zh, String en) {
    return new ToyDistrict(
        new DistrictDefinition(
            "toy",
            Text.of(zh, en),
            Text.of("玩具区城市运行管理中心", "Toy District Operation Centre"),
            List.of(Language.ZH, Language.EN),
            ZoneId.of("Asia/Shanghai"),
            "TY",
            "12345",
            List.of(121.52, 31.27),
            List.of(Text.of("底图：玩具测绘", "Base map: Toy Survey")),
            null,
            null,
            List.of()));
  }

  @Override
  public String id() {
    return definition.id();
  }

  @Override
  public List<String> applications() {
    return List.of();
  }

  @Override
  public <T> List<Defined<T>> list(DefinitionType<T> type) {
    return List.of();
  }

  @Override
  public Path file(String relativePath) {
    return Path.of(relativePath);
  }
}
