package org.yiwang.pack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The district that runs. */
final class LoadedDistrict implements District {
  private final ReadPack pack;
  private final DistrictDefinition definition;
  private final Map<String, List<Problem>> refused;
  private final Map<DefinitionType<?>, Map<String, Defined<?>>> byId = new HashMap<>();

  LoadedDistrict(ReadPack pack, Map<String, List<Problem>> refused) {
    this.pack = pack;
    this.definition = pack.list(DistrictDefinition.TYPE).getFirst().value();
    this.refused = new TreeMap<>(refused);
    pack.definitions()
        .forEach(
            (type, all) -> {
              Map<String, Defined<?>> ids = byId.computeIfAbsent(type, t -> new HashMap<>());
              all.forEach(defined -> ids.putIfAbsent(defined.id(), defined));
            });
  }

  @Override
  public String id() {
    return definition.id();
  }

  @Override
  public DistrictDefinition definition() {
    return definition;
  }

  @Override
  public List<String> applications() {
    return List.copyOf(pack.applications());
  }

  @Override
  public <T> List<Defined<T>> list(DefinitionType<T> type) {
    return pack.list(type);
  }

  @Override
  @SuppressWarnings("unchecked") // A type's definitions hold its own record.
  public <T> Optional<Defined<T>> find(DefinitionType<T> type, String id) {
    return Optional.ofNullable((Defined<T>) byId.getOrDefault(type, Map.of()).get(id));
  }

  @Override
  public Map<String, List<Problem>> refused() {
    return Map.copyOf(refused);
  }

  @Override
  public Path file(String relativePath) {
    return pack.folder().resolve(relativePath);
  }
}
