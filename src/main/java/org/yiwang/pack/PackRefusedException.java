package org.yiwang.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The district itself cannot run because of what its own files say (拒绝加载). */
public final class PackRefusedException extends RuntimeException {
  private final transient List<Problem> problems;

  PackRefusedException(Path folder, List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(
                Collectors.joining(
                    "\n",
                    "城区包 " + folder + " 有问题，未加载 / The pack " + folder + " is refused:\n",
                    "\n请改好这些行，再用 ./yiwang pack check 查看还剩什么。\nMend these lines; ./yiwang pack check shows what is left.")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in reading order. */
  public List<Problem> problems() {
    return problems;
  }
}
