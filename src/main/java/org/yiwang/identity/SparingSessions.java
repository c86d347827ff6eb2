package org.yiwang.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions whose last use is written down at most once a minute: otherwise every page read would be
 * a write to the database.
 */
final class SparingSessions<S extends Session>
    implements SessionRepository<SparingSessions.Sparing<S>> {
  private final SessionRepository<S> sessions;
  private final Duration every;

  SparingSessions(SessionRepository<S> sessions, Duration every) {
    this.sessions = sessions;
    this.every = every;
  }

  @Override
  public Sparing<S> createSession() {
    return new Sparing<>(sessions.createSession(), every);
  }

  @Override
  public void save(Sparing<S> session) {
    sessions.save(session.session);
  }

  @Override
  public @Nullable Sparing<S> findById(String id) {
    S found = sessions.findById(id);
    return found == null ? null : new Sparing<>(found, every);
  }

  @Override
  public void deleteById(String id) {
    sessions.deleteById(id);
  }

  /** Passes everything on except a use shortly after the last one. */
  static final class Sparing<S extends Session> implements Session {
    private final S session;
    private final Duration every;

    Sparing(S session, Duration every) {
      this.session = session;
      this.every = every;
    }

    @Override
    public void setLastAccessedTime(Instant now) {
      if (now.isAfter(session.getLastAccessedTime().plus(every))) {
        session.setLastAccessedTime(now);
      }
    }

    @Override
    public String getId() {
      return session.getId();
    }

    @Override
    public String changeSessionId() {
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
      session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
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
