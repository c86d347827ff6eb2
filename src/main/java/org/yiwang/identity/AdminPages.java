package org.yiwang.identity;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;

/** Administrators' pages about accounts (账户管理). */
@Controller
class AdminPages {
  private static final Text LIST = Text.of("账户", "Accounts");
  private static final Text NEW = Text.of("新建账户", "New account");

  private final ManageAccounts manage;
  private final AccountStore store;
  private final Posts posts;
  private final PostForms forms;
  private final ShownName names;

  AdminPages(
      ManageAccounts manage, AccountStore store, Posts posts, PostForms forms, ShownName names) {
    this.names = names;
    this.manage = manage;
    this.store = store;
    this.posts = posts;
    this.forms = forms;
  }

  /** One row of the list; a resident is known by the login. */
  record Row(Account account, Text post, Text name) {}

  @GetMapping("/admin")
  ModelAndView list(Page page, Viewer viewer, @RequestParam(name = "q") @Nullable String q) {
    viewer.require(Permission.ADMINISTER);
    String words = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
    List<Row> rows =
        store.list().stream()
            .map(account -> new Row(account, posts.words(account), names.of(account)))
            .filter(row -> matches(row, words))
            .toList();
    return page.view("identity/accounts", LIST, "rows", rows, "words", words);
  }

  private static boolean matches(Row row, String words) {
    String all =
        String.join(
            " ",
            row.account().login(),
            row.account().name().zh(),
            row.account().name().en(),
            row.post().zh(),
            row.post().en());
    return all.toLowerCase(Locale.ROOT).contains(words);
  }

  @GetMapping("/admin/accounts/new")
  ModelAndView ask(Page page, Viewer viewer) {
    viewer.require(Permission.ADMINISTER);
    return draw(page, HttpStatus.OK, PostForm.empty(), Refusals.none());
  }

  @PostMapping("/admin/accounts/new")
  ModelAndView create(Page page, Viewer viewer, @ModelAttribute PostForm form) {
    viewer.require(Permission.ADMINISTER);
    try {
      ManageAccounts.Made made =
          manage.create(
              viewer, new ManageAccounts.Wish(form.loginTyped(), form.name(), forms.read(form)));
      return handOver(page, store.find(made.id()).orElseThrow(), made.password());
    } catch (RefusedException refused) {
      return draw(page, HttpStatus.UNPROCESSABLE_CONTENT, form, Refusals.of(refused));
    }
  }

  @GetMapping("/admin/accounts/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable UUID id) {
    viewer.require(Permission.ADMINISTER);
    Account account = get(id);
    return draw(page, account, PostForm.of(account), Refusals.none());
  }

  @PostMapping("/admin/accounts/{id}/post")
  ModelAndView move(
      Page page, Viewer viewer, @PathVariable UUID id, @ModelAttribute PostForm form) {
    viewer.require(Permission.ADMINISTER);
    Account account = get(id);
    try {
      manage.move(viewer, account, forms.read(form));
      return page.redirect("/admin/accounts/" + id);
    } catch (RefusedException refused) {
      return draw(page, account, form, Refusals.of(refused));
    }
  }

  @PostMapping("/admin/accounts/{id}/enabled")
  ModelAndView enable(
      Page page, Viewer viewer, @PathVariable UUID id, @RequestParam("enabled") boolean enabled) {
    manage.enable(viewer, get(id), enabled);
    return page.redirect("/admin/accounts/" + id);
  }

  @PostMapping("/admin/accounts/{id}/password")
  ModelAndView reset(Page page, Viewer viewer, @PathVariable UUID id) {
    Account account = get(id);
    return handOver(page, account, manage.resetPassword(viewer, account));
  }

  private Account get(UUID id) {
    return store
        .find(id)
        .orElseThrow(
            () ->
                new RefusedException(
                    Refusal.of(
                        Refusal.Kind.MISSING,
                        "account-missing",
                        Text.of("没有这个账户。", "There is no such account."),
                        Text.of("请从账户列表进入。", "Start from the list of accounts."))));
  }

  private ModelAndView draw(Page page, HttpStatus status, PostForm form, Refusals errors) {
    return page.view(
        status,
        "identity/newAccount",
        NEW,
        "form",
        form,
        "choices",
        forms.choices(page),
        "errors",
        errors);
  }

  private ModelAndView draw(Page page, Account account, PostForm form, Refusals errors) {
    Refusal.Kind kind = errors.isEmpty() ? null : errors.list().getFirst().kind();
    return page.view(
        kind == null ? HttpStatus.OK : HttpStatus.valueOf(kind.http()),
        "identity/editAccount",
        names.of(account),
        "account",
        account,
        "name",
        names.of(account),
        "form",
        form,
        "choices",
        forms.choices(page),
        "errors",
        errors);
  }

  private ModelAndView handOver(Page page, Account account, String password) {
    return page.view(
        "identity/handOver",
        Text.of("一次性密码", "One-time password"),
        "account",
        account,
        "name",
        names.of(account),
        "password",
        password);
  }
}
