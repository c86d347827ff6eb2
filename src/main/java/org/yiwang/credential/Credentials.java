package org.yiwang.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;

/** The one door to credentials (电子证照): issue, find, revoke, present once, take. */
@Component
public class Credentials {
  private static final String SOON = "Not yet built";

  /**
   * Issues a credential; joins the caller's transaction and writes {@code credential.issued}.
   *
   * @throws org.yiwang.page.RefusedException INVALID if claims do not fit the type
   */
  public Credential issue(NewCredential credential) {
    throw new UnsupportedOperationException(SOON);
  }

  /** The credential, for its holder or for an officer in whose reach its issuer is. */
  public Optional<Credential> findCredential(UUID id, Viewer viewer) {
    throw new UnsupportedOperationException(SOON);
  }

  /** All of a party's credentials, the newest first, whether or not they still count. */
  public List<Credential> listOf(UUID holder) {
    throw new UnsupportedOperationException(SOON);
  }

  /** A party's credentials of one type that count now, the newest first. */
  public List<Credential> usable(UUID holder, String type) {
    throw new UnsupportedOperationException(SOON);
  }

  /** Takes a credential back; whoever checks it from now on is told. */
  public void revoke(UUID id, Text reason, Actor by) {
    throw new UnsupportedOperationException(SOON);
  }

  /**
   * One use with consent: for one recipient and purpose, once, with an end.
   *
   * @throws org.yiwang.page.RefusedException INVALID if the credential does not count any more, has
   *     no such claim, or the recipient is missing
   */
  public Presentation present(PresentRequest request) {
    throw new UnsupportedOperationException(SOON);
  }

  /**
   * Uses a presentation up and tells what it discloses, by claim id.
   *
   * @param token what {@link Presentation} carries: its token or its code
   * @param recipient who takes it, as the holder named them
   * @throws org.yiwang.page.RefusedException FORBIDDEN or INVALID if it was used, is over, was
   *     withdrawn, is for somebody else, or does not stand up to checking
   */
  public Map<String, String> take(String token, String recipient) {
    throw new UnsupportedOperationException(SOON);
  }
}
