package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.identity.AccessLog;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/** A file is opened for the case that is worked on, and the person reads for which. */
@CounterTest
class FileForCaseTests {
  private static final Pattern FILE = Pattern.compile("/parties/[0-9a-f-]{36}\\?case=[A-Z0-9-]+");

  @LocalServerPort private int port;
  @Autowired private AccessLog access;

  private long opened(String number) {
    return access.listLooks("case:" + number).stream()
        .filter(look -> look.purpose().zh().endsWith("查看档案"))
        .count();
  }

  @Test
  void ofSeveralCasesTheOneThatIsWorkedOnIsNamed() {
    Applicant mei = new Applicant(port, "mei");
    Application first = mei.apply(Applicant.ALL_LATER_OR_PROMISED);
    Application other = mei.apply(Applicant.ALL_LATER_OR_PROMISED);
    Applicant lin = new Applicant(port, "lin");

    String file = Applicant.found(FILE, lin.person.get("/cases/" + other.number()).body());
    assertThat(file).endsWith("?case=" + other.number());
    assertThat(lin.person.get(file).words()).contains("小梅", "这次查看已记录");
    assertThat(opened(other.number())).isEqualTo(1);
    assertThat(opened(first.number())).isZero();
    assertThat(mei.person.get("/file/looks").words()).contains("办理“", "”，查看档案");

    String unsaid = file.substring(0, file.indexOf('?'));
    Answer asked = lin.person.get(unsaid);
    assertThat(asked.words()).contains("为哪一件查看", first.number(), other.number());
    assertThat(lin.person.page(unsaid, "en").words()).contains("For which one is this?");
    String nobodys = "LC-20990101-00001";
    assertThat(lin.person.get(unsaid + "?case=" + nobodys).words()).contains("为哪一件查看");
    assertThat(opened(other.number()) + opened(first.number())).isEqualTo(1);
  }
}
