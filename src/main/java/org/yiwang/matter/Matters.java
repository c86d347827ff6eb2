package org.yiwang.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.WorkingCalendar;
import org.yiwang.matter.Matter.Applicant;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.pack.Language;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Text;
import org.yiwang.words.WordIndex;

/** The door of the catalogue (事项目录): every matter and bundle of the district. Immutable. */
@Component
public class Matters {
  private static final String BUNDLE = "bundle:";

  private final Map<String, Defined<Matter>> matters = new LinkedHashMap<>();
  private final Map<String, Bundle> bundles = new LinkedHashMap<>();
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private final Map<String, StartCode> codes = new LinkedHashMap<>();
  private final List<LifeEventRow> lifeEvents;
  private final Supplier<WordIndex> index = SingletonSupplier.of(this::index);

  private final DistrictTime time;
  private final StreetOptions streets;
  private final WorkingCalendar calendar;

  Matters(District district, DistrictTime time, StreetOptions streets, WorkingCalendar calendar) {
    this.time = time;
    this.calendar = calendar;
    this.streets = streets;
    district.list(MatterPackPart.MATTERS).forEach(d -> matters.putIfAbsent(d.id(), d));
    district.list(MatterPackPart.BUNDLES).forEach(d -> bundles.putIfAbsent(d.id(), d.value()));
    district
        .list(MatterPackPart.FORMS)
        .forEach(d -> forms.put(d.application() + "/" + d.id(), d.value()));
    district.list(MatterPackPart.CODES).stream()
        .flatMap(file -> file.value().codes().stream())
        .forEach(code -> codes.put(code.id(), code));
    lifeEvents = district.list(MatterPackPart.LIFE_EVENTS).stream().map(Defined::value).toList();
  }

  public Optional<Matter> findMatter(String id) {
    return Optional.ofNullable(matters.get(id)).map(Defined::value);
  }

  /**
   * @throws NoSuchElementException if no application declares it
   */
  public Matter getMatter(String id) {
    return findMatter(id).orElseThrow(() -> new NoSuchElementException("No matter " + id));
  }

  /** The application that declares a matter; its lifecycle stands there. */
  public String applicationOf(Matter matter) {
    return declared(matter).application();
  }

  public Form formOf(Matter matter) {
    Form form = forms.get(declared(matter).application() + "/" + matter.form());
    if (form == null) {
      throw new NoSuchElementException("No form " + matter.form());
    }
    return form;
  }

  /** All that is asked for these matters together, each shared question once. */
  public Questions questions(List<Matter> together) {
    return Questions.of(
        together.stream().map(this::formOf).map(streets::into).toList(), time.today());
  }

  /** The same for a bundle; what a matter asks that is part of it only sometimes, only then. */
  public Questions questions(Bundle bundle) {
    List<FormsTogether.Asked> forms =
        bundle.members().stream()
            .map(
                member ->
                    new FormsTogether.Asked(
                        streets.into(formOf(getMatter(member.matter()))), member.when()))
            .toList();
    return Questions.together(forms, time.today());
  }

  private Defined<Matter> declared(Matter matter) {
    Defined<Matter> declared = matters.get(matter.id());
    if (declared == null) {
      throw new NoSuchElementException("No matter " + matter.id());
    }
    return declared;
  }

  public List<Matter> listMatters() {
    return matters.values().stream().map(Defined::value).toList();
  }

  public Optional<Bundle> findBundle(String id) {
    return Optional.ofNullable(bundles.get(id));
  }

  public List<Bundle> listBundles() {
    return List.copyOf(bundles.values());
  }

  /** The code of that id, which hangs somewhere and begins an application. */
  public Optional<StartCode> findCode(String id) {
    return Optional.ofNullable(codes.get(id));
  }

  List<StartCode> listCodes(Bundle bundle) {
    return codes.values().stream().filter(code -> code.begins(bundle)).toList();
  }

  /** What the bundle or matter is called that a code begins. */
  Text nameOf(StartCode code) {
    return findBundle(String.valueOf(code.bundle()))
        .map(Bundle::name)
        .orElseGet(() -> getMatter(String.valueOf(code.matter())).name());
  }

  /** All that is asked once a code was scanned. */
  Questions questionsOf(StartCode code) {
    return questions(
        findBundle(String.valueOf(code.bundle()))
            .map(this::membersOf)
            .orElseGet(() -> List.of(getMatter(String.valueOf(code.matter())))));
  }

  List<Matter> membersOf(Bundle bundle) {
    return bundle.members().stream().map(member -> getMatter(member.matter())).toList();
  }

  /**
   * What a bundle saves.
   *
   * @param asked ids of those of its matters that are asked for
   * @param from when they are
   */
  public Saving saving(Bundle bundle, Set<String> asked, Instant from) {
    List<Matter> members =
        membersOf(bundle).stream().filter(member -> asked.contains(member.id())).toList();
    return Saving.of(
        new Saving.Part(bundle, members),
        questions(members),
        new Saving.Days(calendar, time.zone(), from));
  }

  /** What all of a bundle saves from now on. */
  Saving saving(Bundle bundle) {
    Set<String> all =
        bundle.members().stream().map(Bundle.Member::matter).collect(Collectors.toSet());
    return saving(bundle, all, time.instant());
  }

  List<LifeEventRow> listLifeEvents(Applicant who) {
    return lifeEvents.stream().filter(event -> event.who() == who).toList();
  }

  /** What a search finds: matters and bundles by their own type, best first. */
  record Found(List<Bundle> bundles, List<Matter> matters) {
    boolean isEmpty() {
      return bundles.isEmpty() && matters.isEmpty();
    }
  }

  Found search(String words, Language language, int limit) {
    return search(words, language, limit, WordIndex.Floor.ENOUGH);
  }

  Found search(String words, Language language, int limit, WordIndex.Floor floor) {
    List<Bundle> foundBundles = new ArrayList<>();
    List<Matter> foundMatters = new ArrayList<>();
    for (String id : index.get().search(words, language, limit, floor)) {
      if (id.startsWith(BUNDLE)) {
        findBundle(id.substring(BUNDLE.length())).ifPresent(foundBundles::add);
      } else {
        findMatter(id).ifPresent(foundMatters::add);
      }
    }
    return new Found(foundBundles, foundMatters);
  }

  private WordIndex index() {
    Stream<WordIndex.Entry> all =
        Stream.concat(
            listMatters().stream().map(this::entry), bundles.values().stream().map(this::entry));
    return new WordIndex(all.toList());
  }

  private WordIndex.Entry entry(Matter matter) {
    return new WordIndex.Entry(
        matter.id(),
        Map.of(
            WordIndex.Part.NAME, List.of(matter.name()),
            WordIndex.Part.ABOUT, List.of(matter.about(), matter.outcome().name()),
            WordIndex.Part.GROUP, lifeEventNames(matter.lifeEvents()),
            WordIndex.Part.WORDS, matter.words()));
  }

  private WordIndex.Entry entry(Bundle bundle) {
    return new WordIndex.Entry(
        BUNDLE + bundle.id(),
        Map.of(
            WordIndex.Part.NAME, List.of(bundle.name()),
            WordIndex.Part.ABOUT, List.of(bundle.about()),
            WordIndex.Part.GROUP, lifeEventNames(bundle.lifeEvents()),
            WordIndex.Part.WORDS, bundle.words()));
  }

  private List<Text> lifeEventNames(List<String> ids) {
    return lifeEvents.stream().filter(e -> ids.contains(e.id())).map(LifeEventRow::name).toList();
  }

  /**
   * A matter as a pack declares it, for checks by other modules.
   *
   * @param questions ids of what its form asks
   * @param columns what it asks in each row, as {@code QUESTION/COLUMN}
   */
  public record Declared(
      String application, Matter matter, Set<String> questions, Set<String> columns) {}

  /** The matters of a district that does not run here, for measurements and imports. */
  public static List<Matter> listIn(District district) {
    return district.list(MatterPackPart.MATTERS).stream().map(Defined::value).toList();
  }

  public static List<Declared> declaredIn(PackReading pack) {
    Map<String, Form> byId = new LinkedHashMap<>();
    pack.list(MatterPackPart.FORMS)
        .forEach(d -> byId.put(d.application() + "/" + d.id(), d.value()));
    return pack.list(MatterPackPart.MATTERS).stream()
        .map(
            d -> {
              Form form = byId.get(d.application() + "/" + d.value().form());
              Set<String> asked = form == null ? Set.of() : FormSense.namesOf(form);
              Set<String> columns = form == null ? Set.of() : FormSense.columnsOf(form);
              return new Declared(d.application(), d.value(), asked, columns);
            })
        .toList();
  }

  /** The matters of each bundle that a pack declares, for checks by other modules. */
  public static Map<String, List<String>> bundlesIn(PackReading pack) {
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (Defined<Bundle> bundle : pack.list(MatterPackPart.BUNDLES)) {
      members.put(
          bundle.id(), bundle.value().members().stream().map(Bundle.Member::matter).toList());
    }
    return members;
  }
}
