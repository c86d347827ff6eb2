package org.yiwang.page;

import java.util.List;
import org.yiwang.pack.Text;

/**
 * Why a request got no good answer (出错), before it is written as a page or as problem+json.
 *
 * @param http the HTTP number of the answer
 * @param refusals at least one; the first gives the answer its code
 */
record Fault(int http, List<Refusal> refusals) {

  static Fault of(RefusedException refused) {
    return new Fault(refused.refusals().getFirst().kind().http(), refused.refusals());
  }

  /** The fault that an HTTP number alone tells of. */
  static Fault of(int http) {
    return new Fault(http, List.of(Faults.byNumber(http)));
  }

  static Fault invalid(int http, List<Refusal> refusals) {
    return refusals.isEmpty() ? of(http) : new Fault(http, refusals);
  }

  Refusal first() {
    return refusals.getFirst();
  }

  /** What happened, in a few words; the heading of the page. */
  Text title() {
    return switch (http) {
      case 401 -> Text.of("请先登录", "Please sign in");
      case 403 -> Text.of("您不能打开或办理", "You cannot open or do this");
      case 404 -> Text.of("找不到这个页面", "Page not found");
      case 405 -> Text.of("不能这样打开", "It cannot be opened this way");
      case 409 -> Text.of("情况已有变化", "Something has changed meanwhile");
      case 413 -> Text.of("文件太大", "The files are too large");
      case 429 -> Text.of("操作太频繁", "Too many attempts");
      case 503 -> Text.of("暂时不能使用", "Not available at the moment");
      case 400, 415, 422 -> Text.of("有内容需要修改", "Something needs correcting");
      default -> Text.of("系统出了问题", "Something went wrong on our side");
    };
  }
}
