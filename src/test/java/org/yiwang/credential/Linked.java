package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yiwang.Regions;
import org.yiwang.Regions.Region;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * Two running regions: one whose residents hold identity cards, and one whose reading circles need
 * a library card, for which an identity card of the first counts.
 *
 * @param silent a region that the first has on its list and that never answers
 */
record Linked(Region wallet, Region asker, String silent) implements AutoCloseable {
  static final String PAPER = "founder-card";
  static final String SECOND = "founder-home";
  static final String PURPOSE = "成立读书会";
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern CARD =
      Pattern.compile("name=\"(credential-[^\"]+)\" value=\"([^\"]+)\"");
  private static final Pattern LINK =
      Pattern.compile("client_id=([^&]+)&(?:amp;)?request=([^\"&]+)");
  private static final String MAY_ASK =
      """
      issuers:
        - url: %s
          name: {zh: 书镇, en: Book town}
          agreed: {zh: "2026年11月1日互认约定（虚构）", en: "Agreement of 1 November 2026 (invented)"}
          inside: true
          may-ask:
            - {type: identity-card, claims: [name]}
        - url: %s
          name: {zh: 静镇, en: Silent town}
          agreed: {zh: "2026年11月1日互认约定（虚构）", en: "Agreement of 1 November 2026 (invented)"}
          inside: true
          may-ask:
            - {type: identity-card, claims: [name]}
      """;

  /** A request that an applicant is about to carry to the wallet. */
  record Carried(String page, String client, String request) {
    String path() {
      return "/wallet/asked?client_id=" + encoded(client) + "&request=" + encoded(request);
    }

    Carried with(String otherRequest) {
      return new Carried(page, client, otherRequest);
    }
  }

  static Linked start(Path folder) throws IOException {
    return start(folder, MAY_ASK, Regions.AGREED, "");
  }

  /** The same, where a reading circle needs a proof of address too: a household register counts. */
  static Linked startWithTwoPapers(Path folder) throws IOException {
    String mayAsk =
        MAY_ASK.replace(
            "claims: [name]}\n",
            "claims: [name]}\n      - {type: household-register, claims: [name, head]}\n");
    String agreed =
        Regions.AGREED.replace("[identity-card]", "[identity-card, household-register]")
            + "      - {type: household-register, as: home-proof, claims: {reader: name}}\n";
    String more =
        "  - {id: "
            + SECOND
            + ", name: {zh: 发起人的住址证明, en: Proof of the founder's address},"
            + " credential: home-proof, claims: [reader]}\n";
    return start(folder, mayAsk, agreed, more);
  }

  private static Linked start(Path folder, String mayAsk, String agreed, String more)
      throws IOException {
    String a = Regions.address("localhost");
    String b = Regions.address("127.0.0.1");
    String silent = Regions.address("127.0.0.1");
    Path big = folder.resolve("yangpu");
    Region wallet =
        Regions.start(a, Regions.pack(Path.of("packs/yangpu"), big, mayAsk.formatted(b, silent)));
    Path toy = Regions.pack(Path.of("packs/_toy"), folder.resolve("_toy"), agreed.formatted(a));
    change(toy.resolve("people").resolve("demo.yaml"), "老王", "李敏");
    change(toy.resolve("library-card/matters/reading-circle.yaml"), "outcome:", more + "outcome:");
    return new Linked(wallet, Regions.start(b, toy), silent);
  }

  private static void change(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  /** A new one; whatever the applicant had begun before is dropped. */
  static String draft(Person applicant) {
    String before = found(DRAFT, applicant.get("/apply/reading-circle").body());
    applicant.form(before + "/drop", Map.of());
    String draft = found(DRAFT, applicant.get("/apply/reading-circle").body());
    applicant.form(
        draft + "/parts/circle", Map.of("founder_name", "老王", "circle_name", "河边读书会（虚构）"));
    return draft;
  }

  static Answer press(Person applicant, String draft, String papers, String region) {
    return applicant.form(draft + "/evidence", Map.of("fetch-from", papers + " " + region));
  }

  Carried carried(Person applicant, String draft) {
    return carried(applicant, draft, PAPER);
  }

  Carried carried(Person applicant, String draft, String papers) {
    Answer leaving = press(applicant, draft, papers, wallet.address());
    var found = LINK.matcher(leaving.body());
    assertThat(found.find()).as(leaving.body()).isTrue();
    return new Carried(
        leaving.path().replaceFirst("^https?://[^/]+", ""),
        URLDecoder.decode(found.group(1), StandardCharsets.UTF_8),
        found.group(2));
  }

  /** What the wallet would answer with, by field. */
  static Map<String, String> offered(Person holder, Carried carried) {
    Map<String, String> offered = new HashMap<>();
    var card = CARD.matcher(holder.get(carried.path()).body());
    while (card.find()) {
      offered.put(card.group(1), card.group(2));
    }
    return offered;
  }

  static Answer decide(Person holder, Carried carried, String decision) {
    return decide(holder, carried, decision, offered(holder, carried));
  }

  static Answer decide(
      Person holder, Carried carried, String decision, Map<String, String> chosen) {
    Map<String, String> sent = new HashMap<>(chosen);
    sent.put("client_id", carried.client());
    sent.put("request", carried.request());
    sent.put("decision", decision);
    return holder.form("/wallet/asked", sent);
  }

  /** The link back, as a path of the region that asked. */
  String wayBack(Answer given) {
    Pattern link = Pattern.compile(Pattern.quote(asker.address()) + "/drafts/[^\"]+");
    return found(link, given.body()).substring(asker.address().length());
  }

  static String found(Pattern pattern, String body) {
    var found = pattern.matcher(body);
    assertThat(found.find()).as(pattern + " in " + body).isTrue();
    return found.group();
  }

  /** The holder's page of the identity card. */
  static String card(Person holder) {
    var cards =
        Pattern.compile("href=\"(/wallet/[0-9a-f-]{36})\"").matcher(holder.get("/wallet").body());
    while (cards.find()) {
      if (holder.get(cards.group(1)).words().contains("公民身份号码")) {
        return cards.group(1);
      }
    }
    throw new AssertionError("no identity card");
  }

  static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    wallet.close();
    asker.close();
  }
}
