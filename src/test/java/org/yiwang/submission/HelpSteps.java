package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.story.Person.Answer;

/**
 * Mei fills in a form of the toy district and asks the card desk, where lin works, for help.
 *
 * @param before looks at her drafts that were there before this one was begun
 */
record HelpSteps(Applicant mei, Applicant lin, String draft, long before, Journal journal) {
  static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  static final Pattern HELP = Pattern.compile("/help/[0-9a-f-]{36}");
  static final Pattern QUESTION =
      Pattern.compile("/drafts/[0-9a-f-]{36}/help/questions/[0-9a-f-]{36}");
  private static final Pattern OLDER =
      Pattern.compile("rel=\"next\" href=\"(/file/looks\\?before=\\d+)\"");
  static final String ASKED = "地址要写<b>楼号</b>吗？";
  static final String CONSENT =
      "我同意办证台里能办理这件事的工作人员，查看我在这份“阅览室钥匙”草稿里填的内容（看不到上传的材料），直到我提交、删除草稿或收回同意为止。";

  static HelpSteps begun(int port, Journal journal) {
    Applicant mei = new Applicant(port, "mei");
    String draft = Applicant.found(DRAFT, mei.person.get("/apply/room-key").body());
    mei.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning"));
    return new HelpSteps(mei, new Applicant(port, "lin"), draft, all(mei), journal);
  }

  Answer asks(String words) {
    return mei.person.form(
        draft + "/help", Map.of("words", words, "asked", "room-key@card-desk", "agree", "yes"));
  }

  /** The help's page, for the office. */
  String asked() {
    assertThat(asks(ASKED).words()).contains("已发给办证台，等对方回复");
    return Applicant.found(HELP, lin.person.get("/help").body());
  }

  List<Entry> entries(String help) {
    return journal.list("help:" + help.substring("/help/".length()));
  }

  /** How many looks she reads of since the draft was begun. */
  long looks() {
    return all(mei) - before;
  }

  /** Her looks fill several pages once she has asked for help often enough. */
  private static long all(Applicant mei) {
    long looks = 0;
    Optional<String> next = Optional.of("/file/looks");
    while (next.isPresent()) {
      Answer page = mei.person.get(next.get());
      looks += page.words().split("经您同意查看“阅览室钥匙”草稿", -1).length - 1;
      next = OLDER.matcher(page.body()).results().map(link -> link.group(1)).findFirst();
    }
    return looks;
  }
}
