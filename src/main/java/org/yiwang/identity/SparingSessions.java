package org.yiwang.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.yiwang.calendar.DistrictTime;

/**
 * Sessions whose last use is written down at most once a minute: otherwise every page read would be
 * a write to the database.
 */
final class SparingSessions implements SessionRepository<SparingSessions.Sparing> {
  /** Clocks of several instances may differ, and be set right, by so much. */
  static final Duration AHEAD = Duration.ofHours(1);

  private final SessionRepository<Session> sessions;
  private final Duration every;
  private final DistrictTime time;

  @SuppressWarnings("unchecked") // gets back only what it made itself
  SparingSessions(
      SessionRepository<? extends Session> sessions, Duration every, DistrictTime time) {
    this.sessions = (SessionRepository<Session>) sessions;
    this.every = every;
    this.time = time;
  }

  @Override
  public Sparing createSession() {
    return new Sparing(sessions.createSession(), every, true);
  }

  /** Nothing to say costs nothing, not even a transaction. */
  @Override
  public void save(Sparing session) {
    if (session.changed) {
      sessions.save(session.session);
      session.changed = false;
    }
  }

  /**
   * None too where it was last used far in the future: the clock has been put back since, and the
   * session would outlive every day off.
   */
  @Override
  public @Nullable Sparing findById(String id) {
    Session found = sessions.findById(id);
    if (found != null && found.getLastAccessedTime().isAfter(time.realInstant().plus(AHEAD))) {
      sessions.deleteById(id);
      return null;
    }
    return found == null ? null : new Sparing(found, every, false);
  }

  @Override
  public void deleteById(String id) {
    sessions.deleteById(id);
  }

  /** Passes everything on except a use shortly after the last one. */
  static final class Sparing implements Session {
    private final Session session;
    private final Duration every;
    private boolean changed;

    Sparing(Session session, Duration every, boolean fresh) {
      this.session = session;
      this.every = every;
      this.changed = fresh;
    }

    @Override
    public void setLastAccessedTime(Instant now) {
      Duration since = Duration.between(session.getLastAccessedTime(), now);
      if (since.abs().compareTo(every) > 0) {
        changed = true;
        session.setLastAccessedTime(now);
      }
    }

    @Override
    public String getId() {
      return session.getId();
    }

    @Override
    public String changeSessionId() {
      changed = true;
      return session.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
      return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
      return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
      changed = true;
      session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
      changed = true;
      session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
      return session.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
      return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      changed = true;
      session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return session.isExpired();
    }
  }
}
