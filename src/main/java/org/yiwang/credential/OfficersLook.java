package org.yiwang.credential;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * An issuer's officer finds and opens credentials of the units within reach (发证单位查证照). Finding
 * somebody's and opening one needs a reason, which the holder reads in the wallet.
 */
@Component
class OfficersLook {
  static final int MOST = 50;
  static final int LONGEST_REASON = 200;

  private final CredentialStore store;
  private final Wallet wallet;
  private final AccessLog access;

  OfficersLook(CredentialStore store, Wallet wallet, AccessLog access) {
    this.store = store;
    this.wallet = wallet;
    this.access = access;
  }

  /** What was issued last; says nothing about anybody. */
  List<Credential> newest(Viewer viewer) {
    viewer.require(Permission.MANAGE_CREDENTIALS);
    return shown(store.listIssued(viewer.reach(), "", MOST));
  }

  /**
   * By number, or by an identifier that the credential says.
   *
   * @param why what the holder reads
   * @throws RefusedException INVALID without a reason
   */
  @Transactional
  List<Credential> find(Viewer viewer, String sought, @Nullable String why) {
    viewer.require(Permission.MANAGE_CREDENTIALS);
    String purpose = reason(why);
    return found(viewer, store.listIssued(viewer.reach(), sought, MOST), purpose);
  }

  /**
   * By the credential's own number alone, which says nothing about anybody and may stand in an
   * address.
   *
   * @param why what the holder reads
   * @throws RefusedException INVALID without a reason
   */
  @Transactional
  List<Credential> findNumbered(Viewer viewer, String number, @Nullable String why) {
    viewer.require(Permission.MANAGE_CREDENTIALS);
    String purpose = reason(why);
    return found(viewer, store.listNumbered(viewer.reach(), number), purpose);
  }

  /** Whether a credential within reach has this number of its own; looks at nothing. */
  boolean isNumber(Viewer viewer, String sought) {
    viewer.require(Permission.MANAGE_CREDENTIALS);
    return !store.listNumbered(viewer.reach(), sought).isEmpty();
  }

  private List<Credential> found(Viewer viewer, List<CredentialStore.Row> rows, String purpose) {
    rows.forEach(row -> look(viewer, row, purpose));
    return shown(rows);
  }

  /**
   * Opens one.
   *
   * @throws RefusedException INVALID without a reason, MISSING out of reach
   */
  @Transactional
  CredentialStore.Row open(Viewer viewer, UUID id, @Nullable String why) {
    CredentialStore.Row row = get(viewer, id);
    look(viewer, row, reason(why));
    return row;
  }

  /** One within reach, without looking at what it says. */
  CredentialStore.Row get(Viewer viewer, UUID id) {
    viewer.require(Permission.MANAGE_CREDENTIALS);
    return store
        .find(id)
        .filter(row -> viewer.reach().everything() || viewer.reach().units().contains(row.issuer()))
        .orElseThrow(OfficersLook::missing);
  }

  private List<Credential> shown(List<CredentialStore.Row> rows) {
    return rows.stream().map(wallet::shown).toList();
  }

  private void look(Viewer viewer, CredentialStore.Row row, String purpose) {
    String subject = Wallet.subject(row.id());
    access.read(
        viewer, new AccessLog.Sight(subject, subject, "party:" + row.holder()), Text.same(purpose));
  }

  static String reason(@Nullable String typed) {
    String words = typed == null ? "" : typed.strip();
    if (words.isEmpty() || words.length() > LONGEST_REASON) {
      throw new RefusedException(
          Refusal.invalid(
              "credential-why",
              "why",
              Text.of("请写明为什么查看。", "Say why you look."),
              Text.of("持有人会看到这句话，不超过 200 字。", "The holder will read it; at most 200 characters.")));
    }
    return words;
  }

  private static RefusedException missing() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "credential-out-of-reach",
            Text.of("您所在单位没有签发过这张证照。", "No unit of yours has issued such a credential."),
            Text.of("请检查编号，或请发证单位办理。", "Check the number, or ask the unit that issued it.")));
  }
}
