package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.yiwang.Yiwang;

/** Whatever a command refuses, it says in both languages and without a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class RefusalTests {
  private static final Pattern LOGGED = Pattern.compile("^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} [A-Z]+ ");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          1 | bench lifecycle | 没有程序在 | No program runs on
          1 | bench submit | 请先启动 | Start one first: ./yiwang start --data
          1 | bench credential | 没有程序在 | No program runs on
          1 | bench search --pack packs/atlantis | 未加载 | is refused
          2 | bench search --queries many | 值不对 | 'many' is not an int
          2 | import requests | 缺少必填内容 | Missing required parameter: 'FILE'
          2 | import requests nowhere.csv | 读不到文件 nowhere.csv | There is no file to read at nowhere.csv
          2 | pack bpmn | 缺少必填内容 | Missing required parameter
          2 | pack bpmn six-step | 请写成 城区包/应用/流程 | Name it as PACK/APPLICATION/LIFECYCLE
          2 | pack bpmn _toy/library-card/group-card --language fr | 没有语言“fr” | Write --language zh or --language en
          1 | pack bpmn _toy/library-card/group-crad | 您要的是不是 library-card/group-card | Did you mean library-card/group-card?
          1 | pack bpmn _toy/nothing/like-it-at-all | 有： | There are: library-card/
          1 | pack bpmn atlantis/one/two | 没有城区包 | There is no pack at
          2 | journal rotate-key --overlap -1 | 并签天数 | is a number of days, 0 to 3650
          1 | keys backup pom.xml | 文件已存在 | exists already
          1 | keys restore nowhere | 文件读不到 | cannot be read
          2 | credential keys | 缺少必填内容 | Missing required option: '--url=URL'
          2 | credential verify abc --keys nowhere | 文件读不到 | cannot be read
          1 | credential keys --url http://localhost:1 | 取不到签发方公布的内容 | http://localhost:1
          2 | start --port abc | 值不对 | 'abc' is not an int
          2 | start --port 1 --port 2 | 同一选项写了不止一次 | should be specified only once
          2 | start --log-format xml | 值不对 | but was 'xml'
          2 | stop now | 没有这个写法 | There is no 'now' in ./yiwang stop.
          1 | test | 测试由源码目录里的启动脚本来跑 | Tests are run by the launcher
          """)
  void isSaidInBothLanguages(
      int code, String typed, String chinese, String english, CapturedOutput said) {
    String[] words = (typed + " --data " + folder).split(" ");
    assertThat(Launch.run(Yiwang.class, words)).isEqualTo(code);
    assertThat(said.getErr()).startsWith("✗ ").contains(chinese, english).doesNotContain("\tat ");
    // Programs that other tests still run in this process write their log to the same place.
    assertThat(said.getOut().lines().filter(line -> !LOGGED.matcher(line).find())).isEmpty();
  }
}
