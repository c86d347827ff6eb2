package org.yiwang.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.ChoiceGroup;
import org.yiwang.page.Page;
import org.yiwang.page.PlainWords;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.AskedMandate;
import org.yiwang.party.Mandates;
import org.yiwang.party.NewMandate;

/** Reads the three forms from which mandates come (授权表单): given, asked for, at a window. */
@Component
class MandateForm {
  private static final int LONGEST_NAME = 100;

  private final Mandates mandates;
  private final MandateScope scope;
  private final OwnParties own;

  MandateForm(Mandates mandates, MandateScope scope, OwnParties own) {
    this.mandates = mandates;
    this.scope = scope;
    this.own = own;
  }

  /** Who fills it in. */
  enum Kind {
    GIVE(Text.of("授权别人替我办事", "Let somebody act for me")),
    ASK(Text.of("请求替别人办事", "Ask to act for somebody")),
    WINDOW(Text.of("窗口确认授权", "Confirm a mandate at the window"));

    private final Text title;

    Kind(Text title) {
      this.title = title;
    }

    Text title() {
      return title;
    }

    String href() {
      return "/mandates/" + name().toLowerCase(Locale.ROOT);
    }

    void admit(Viewer viewer) {
      if (this == WINDOW) {
        viewer.require(Permission.CONFIRM_MANDATES);
      } else {
        viewer.requireSignedIn();
      }
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * As typed.
   *
   * @param principal for whom, when giving: one of the own parties
   * @param named whom one names: the agent when giving, the principal when asking or at a window
   * @param agent at a window also the agent
   * @param scope {@code all} or {@code some}
   * @param seen at a window, whether the officer saw both
   */
  record Typed(
      @Nullable String principal,
      @Nullable String named,
      @Nullable String digits,
      @Nullable String agent,
      @Nullable String agentDigits,
      @Nullable String scope,
      @Nullable List<String> matters,
      @Nullable String until,
      @Nullable String seen) {

    static Typed empty() {
      return new Typed(null, null, null, null, null, null, null, null, null);
    }

    List<String> chosen() {
      return matters == null ? List.of() : matters;
    }

    List<String> sawBoth() {
      return seen == null ? List.of() : List.of(seen);
    }
  }

  /** What there is to choose from. */
  record Choices(List<Choice> own, List<ChoiceGroup> matters) {}

  /** What was ticked stands first, so that it is seen again after a fault elsewhere. */
  Choices choices(Page page, Viewer viewer, Typed typed) {
    return new Choices(
        own.list(viewer).stream()
            .map(one -> Choice.of(one.id().toString(), page.t(one.name())))
            .toList(),
        scope.list(page, typed.chosen()));
  }

  /** Outside the transaction: what is refused is counted too. Naming nobody is no guess. */
  void count(Typed typed) {
    if (typed.named() != null && !typed.named().isBlank()) {
      mandates.countNaming(typed.named());
    }
  }

  /** Only who was not found counts as a guess. */
  void forget(Typed typed, List<Refusal> refusals) {
    if (refusals.stream().noneMatch(one -> one.field() != null && one.field().equals("named"))) {
      mandates.namedRightly(Objects.requireNonNullElse(typed.named(), ""));
    }
  }

  @Transactional
  public void send(Kind kind, Typed typed, Viewer viewer) {
    List<Refusal> refusals = new ArrayList<>();
    if (kind == Kind.ASK) {
      ask(typed, viewer, refusals);
      return;
    }
    UUID named = party(typed.named(), typed.digits(), "named", refusals);
    UUID agent =
        kind == Kind.WINDOW
            ? party(typed.agent(), typed.agentDigits(), "agent", refusals)
            : own.self(viewer);
    Set<String> scope = scope(typed, refusals);
    LocalDate until = until(typed, refusals);
    if (kind == Kind.WINDOW && typed.seen() == null) {
      refusals.add(notSeen());
    }
    if (named == null || agent == null || until == null || !refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    if (kind == Kind.WINDOW) {
      mandates.giveAtWindow(viewer, new NewMandate(named, agent, scope, until));
    } else {
      mandates.give(viewer, new NewMandate(principal(typed, viewer), named, scope, until));
    }
  }

  /** Whoever is named, the answer is the same: nobody learns by asking who is here. */
  private void ask(Typed typed, Viewer viewer, List<Refusal> refusals) {
    String named = PlainWords.line(typed.named());
    if (named.isEmpty() || named.length() > LONGEST_NAME) {
      refusals.add(FileRefusals.nobodyNamed());
    }
    Set<String> scope = scope(typed, refusals);
    LocalDate until = until(typed, refusals);
    if (until == null || !refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    String digits = Objects.requireNonNullElse(typed.digits(), "");
    mandates.ask(viewer, new AskedMandate(named, digits, scope, until));
  }

  private UUID principal(Typed typed, Viewer viewer) {
    return own.list(viewer).stream()
        .map(one -> one.id())
        .filter(id -> id.toString().equals(typed.principal()))
        .findFirst()
        .orElseGet(() -> own.self(viewer));
  }

  private @Nullable UUID party(
      @Nullable String named, @Nullable String digits, String field, List<Refusal> refusals) {
    UUID found =
        mandates
            .findParty(
                Objects.requireNonNullElse(named, ""), Objects.requireNonNullElse(digits, ""))
            .orElse(null);
    if (found == null) {
      refusals.add(FileRefusals.partyUnknown(field));
    }
    return found;
  }

  private Set<String> scope(Typed typed, List<Refusal> refusals) {
    if ("all".equals(typed.scope())) {
      return Set.of();
    }
    Set<String> chosen = scope.matters(typed.chosen());
    if (chosen.isEmpty()) {
      refusals.add(
          Refusal.invalid(
              "mandate-scope-missing",
              "some".equals(typed.scope()) ? "matters" : "scope",
              Text.of("还没有选可以办什么。", "You have not said for what."),
              Text.of("请选全部，或勾选几项。", "Choose all matters, or tick some.")));
    }
    return chosen;
  }

  private static @Nullable LocalDate until(Typed typed, List<Refusal> refusals) {
    try {
      return LocalDate.parse(Objects.requireNonNullElse(typed.until(), "").strip());
    } catch (DateTimeException notADay) {
      refusals.add(
          Refusal.invalid(
              "mandate-until-missing",
              "until",
              Text.of("还没有填截止日期。", "There is no last day yet."),
              Text.of("请填写最后一天。", "Give the last day.")));
      return null;
    }
  }

  private static Refusal notSeen() {
    return Refusal.invalid(
        "mandate-not-seen",
        "seen",
        Text.of("还没有确认见到双方。", "You have not confirmed that you saw both."),
        Text.of("核对双方本人和证件后勾选。", "Check both people and their papers, then tick."));
  }
}
