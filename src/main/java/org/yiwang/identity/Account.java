package org.yiwang.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * How somebody signs in, and what they are here (账户). Without the password, which never leaves this
 * module.
 *
 * @param id for ever; the subject of tokens and the actor of journal entries
 * @param login what the person types; compared without regard to case
 * @param name how the person is shown to colleagues
 * @param roles ids of the roles held
 * @param unit id of the unit the person works for
 * @param area code of the area the person looks after
 * @param grid code of the grid the person looks after
 * @param enabled false for an account that can no longer be used
 * @param mustChange whether the password has to be changed before anything else
 * @param demo an invented person of the demo
 * @param outside whether the person signs in with an outside provider instead of a password
 * @param validFrom sessions and tokens from before this instant do not count any more
 * @param lastSignIn when the person last came in; null if never
 */
public record Account(
    UUID id,
    String login,
    Text name,
    Set<String> roles,
    @Nullable String unit,
    @Nullable String area,
    @Nullable String grid,
    boolean enabled,
    boolean mustChange,
    boolean demo,
    boolean outside,
    Instant validFrom,
    @Nullable Instant lastSignIn) {}
