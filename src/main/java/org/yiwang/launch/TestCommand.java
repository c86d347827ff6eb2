package org.yiwang.launch;

import picocli.CommandLine;

/**
 * {@code ./yiwang test}: done by the launcher, before there is a program to ask (测试); here so that
 * the help names it and a mistyped word finds it.
 */
@CommandLine.Command(
    name = "test",
    description = {"Build and run every test, about 25 minutes. 构建并运行全部测试。", ""},
    footer = {"", "Examples 示例:", "  ./yiwang test", "  ./yiwang test --fast"})
final class TestCommand implements Command {
  @Override
  public int run(Surroundings surroundings) {
    throw new LaunchException(
        "测试由源码目录里的启动脚本来跑：./yiwang test。",
        "Tests are run by the launcher of the source folder: ./yiwang test.");
  }
}
