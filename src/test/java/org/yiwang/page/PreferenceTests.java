package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Language, mode and theme of the reader. */
class PreferenceTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh;q=0.9,en;q=0.8 | zh-CN",
        "en-GB,en;q=0.9          | en",
        "fr-FR,en;q=0.5,zh;q=0.4 | en",
        "fr                      | zh-CN",
        "*                       | zh-CN",
        "en;q=0                  | zh-CN",
        "??;;;                   | zh-CN"
      })
  void theBrowsersLanguagesAreHeard(String header, String language) {
    assertThat(Asking.get("/about", "Accept-Language", header).body())
        .contains("<html lang=\"" + language + "\"");
  }

  @Test
  void aVisitorWhoStatesNoneGetsTheDistrictsFirstLanguage() {
    HttpResponse<String> answer = Asking.get("/about");
    assertThat(answer.body())
        .contains("<html lang=\"zh-CN\" data-mode=\"normal\" data-theme=\"auto\">");
    assertThat(answer.headers().firstValue("Content-Language")).contains("zh-CN");
  }

  @Test
  void aChoiceInTheAddressIsKeptAndTakenOutOfIt() {
    HttpResponse<String> answer =
        Asking.get("/about?lang=en&mode=elder&theme=dark&q=%E4%BA%95%E7%9B%96");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/about?q=%E4%BA%95%E7%9B%96");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(c -> c.startsWith("yiwang-lang=en;") && c.contains("SameSite=Lax"))
        .anyMatch(c -> c.startsWith("yiwang-mode=elder;"))
        .anyMatch(c -> c.startsWith("yiwang-theme=dark;"));
  }

  @Test
  void aKeptChoiceIsFollowed() {
    assertThat(
            Asking.get("/about", "Cookie", "yiwang-lang=en; yiwang-mode=wall; yiwang-theme=light")
                .body())
        .contains("<html lang=\"en\" data-mode=\"wall\" data-theme=\"light\">");
  }

  @Test
  void nonsenseIsNotKept() {
    HttpResponse<String> answer = Asking.get("/about?lang=xx&mode=&theme=%3Cscript%3E");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(answer.body()).doesNotContain("<script>");
  }

  @Test
  void theWayBackNeverLeadsToAnotherSite() {
    assertThat(Asking.get("//evil.example/x?lang=en").headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).startsWith("/").doesNotStartWith("//"));
  }

  @Test
  void everyRequestHasAnIdAndAProxysIsKept() {
    assertThat(Asking.get("/about").headers().firstValue("X-Request-Id")).isPresent();
    assertThat(
            Asking.get("/about", "X-Request-Id", "abc-12345").headers().firstValue("X-Request-Id"))
        .contains("abc-12345");
    assertThat(
            Asking.get("/about", "X-Request-Id", "<b>bold</b>")
                .headers()
                .firstValue("X-Request-Id"))
        .hasValueSatisfying(id -> assertThat(id).doesNotContain("<"));
  }
}
