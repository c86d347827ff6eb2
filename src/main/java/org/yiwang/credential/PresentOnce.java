package org.yiwang.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Makes a presentation for one use (出示一次), and takes it back (撤回). */
@Component
class PresentOnce {
  static final Duration LONGEST = Duration.ofDays(30);
  private static final int CODE_LETTERS = 20;
  private static final int MOST_WORDS = 200;

  /** Without letters that look like figures. */
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private final CredentialStore credentials;
  private final PresentationStore store;
  private final HolderKeys keys;
  private final Journal journal;
  private final DistrictTime time;

  PresentOnce(
      CredentialStore credentials,
      PresentationStore store,
      HolderKeys keys,
      Journal journal,
      DistrictTime time) {
    this.credentials = credentials;
    this.store = store;
    this.keys = keys;
    this.journal = journal;
    this.time = time;
  }

  @Transactional
  Presentation present(PresentRequest request) {
    UUID id = UUID.randomUUID();
    return present(request, new Named(id, id));
  }

  /**
   * How a presentation is called.
   *
   * @param nonce what its proof carries: the id, or what somebody asked it to carry
   */
  record Named(UUID id, UUID nonce) {}

  /**
   * Answers a request that brings its own nonce.
   *
   * @throws RefusedException INVALID also if there is a presentation of that id
   */
  @Transactional
  Presentation present(PresentRequest request, Named named) {
    CredentialStore.Row row =
        credentials.find(request.credential()).orElseThrow(() -> refused("credential", GONE));
    Instant now = time.instant();
    List<Refusal> refusals = refusals(request, row, now);
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    Presentation made = made(request, row, named, now);
    if (!store.insert(made)) {
      throw AskedRefusals.answeredBefore();
    }
    journal.append(entry(request.by(), "credential.presented", made));
    return made;
  }

  private Presentation made(
      PresentRequest request, CredentialStore.Row row, Named named, Instant now) {
    SdJwt whole = SdJwt.parse(row.token());
    SdJwt chosen =
        whole.showing(
            whole.disclosures().stream().filter(d -> request.claims().contains(d.name())).toList());
    Instant expires = now.plus(request.lasts());
    Map<String, Object> proof = new LinkedHashMap<>();
    proof.put("iat", now.getEpochSecond());
    proof.put("exp", expires.getEpochSecond());
    proof.put("aud", request.recipient());
    proof.put("nonce", named.nonce().toString());
    proof.put("purpose", request.purpose());
    proof.put("sd_hash", Letters.hash(chosen.unbound()));
    String signed = Jws.sign(keys.of(row.holder()), "kb+jwt", proof, false);
    return new Presentation(
        named.id(),
        row.id(),
        request.claims().stream().sorted().toList(),
        request.purpose(),
        request.recipient(),
        now,
        expires,
        null,
        null,
        code(),
        chosen.boundBy(signed).compact());
  }

  private static String code() {
    StringBuilder code = new StringBuilder();
    for (byte drawn : Letters.random(CODE_LETTERS)) {
      code.append(ALPHABET.charAt(drawn & (ALPHABET.length() - 1)));
    }
    return code.toString();
  }

  static boolean isCode(String typed) {
    return typed.length() == CODE_LETTERS
        && typed.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
  }

  /** The holder takes it back while nobody has used it. */
  @Transactional
  void withdraw(Presentation presentation, Actor by) {
    if (!store.withdraw(presentation.id(), time.instant())) {
      throw refused("presentation", USED);
    }
    journal.append(entry(by, "credential.withdrawn", presentation));
  }

  static NewEntry entry(Actor by, String kind, Presentation of) {
    return new NewEntry(
        by,
        kind,
        Wallet.subject(of.credential()),
        Map.of(
            "presentation",
            of.id().toString(),
            "recipient",
            of.recipient(),
            "purpose",
            of.purpose(),
            "claims",
            of.claims()));
  }

  private static List<Refusal> refusals(
      PresentRequest request, CredentialStore.Row row, Instant now) {
    List<Refusal> refusals = new ArrayList<>();
    if (row.revoked() != null || (row.expires() != null && !row.expires().isAfter(now))) {
      refusals.add(refusal("credential", OVER));
    }
    if (bad(request.purpose())) {
      refusals.add(refusal("purpose", PURPOSE));
    }
    if (bad(request.recipient())) {
      refusals.add(refusal("recipient", RECIPIENT));
    }
    if (!request.lasts().isPositive() || request.lasts().compareTo(LONGEST) > 0) {
      refusals.add(refusal("lasts", LASTS));
    }
    Map<String, String> said =
        ClaimNames.own(
            Unfolding.of(
                Jws.parse(SdJwt.parse(row.token()).issuerJwt()).payload(),
                SdJwt.parse(row.token()).disclosures()));
    if (!said.keySet().containsAll(request.claims())) {
      refusals.add(refusal("claims", CLAIMS));
    }
    return refusals;
  }

  private static boolean bad(String words) {
    return words.isBlank() || words.length() > MOST_WORDS;
  }

  private static RefusedException refused(String field, Text[] words) {
    return new RefusedException(refusal(field, words));
  }

  private static Refusal refusal(String field, Text[] words) {
    return Refusal.invalid("presentation-" + field, field, words[0], words[1]);
  }

  private static final Text[] GONE = {
    Text.of("没有这张证照。", "There is no such credential."),
    Text.of("请从“我的证照”里选择。", "Choose one from your wallet.")
  };
  private static final Text[] OVER = {
    Text.of("这张证照已失效，不能出示。", "This credential does not count any more."),
    Text.of("请先续办或换发。", "Renew it first.")
  };
  private static final Text[] USED = {
    Text.of("这次出示已经用过或已撤回。", "This was used or withdrawn before."),
    Text.of("已经看过的内容收不回来。", "What was seen cannot be taken back.")
  };
  private static final Text[] PURPOSE = {
    Text.of("请写明做什么用。", "Say what it is for."), Text.of("不超过 200 字。", "At most 200 characters.")
  };
  private static final Text[] RECIPIENT = {
    Text.of("请写明给谁用。", "Say who may use it."),
    Text.of("写单位或个人的名称，不超过 200 字。", "A unit's or a person's name, at most 200 characters.")
  };
  private static final Text[] LASTS = {
    Text.of("期限不对。", "The time is not right."), Text.of("最长 30 天。", "At most thirty days.")
  };
  private static final Text[] CLAIMS = {
    Text.of("证照上没有您要出示的内容。", "The credential does not say what you chose."),
    Text.of("请重新勾选。", "Choose again.")
  };
}
