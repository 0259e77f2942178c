package dev.heddle.functions.aws.entity.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.account.Sessions;
import dev.heddle.functions.spec.account.UserSession;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamoSessionsTest {
  private final MovableClock clock = new MovableClock();
  private final Ports ports =
      LocalCloud.cloud(clock).ports(TestUnit.with(new Access.Writes(Sessions.ENTITY)));
  private final Sessions sessions = ports.of(Sessions.ENTITY);
  private final Instant now = clock.instant();
  private final UserSession session =
      new UserSession(
          ports.ids().next("ses"),
          "usr_ada",
          new Tenant("ten_acme"),
          "hash1",
          now,
          now.plus(Duration.ofDays(180)),
          now.plus(Duration.ofDays(30)));

  @BeforeEach
  void open() {
    sessions.open(session);
  }

  @Test
  void findsWhatWasOpened() {
    assertThat(sessions.find(session.id())).contains(session);
  }

  @Test
  void forgetsWhatExpired() {
    clock.pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(sessions.find(session.id())).isPresent();

    clock.pass(Duration.ofSeconds(1));
    assertThat(sessions.find(session.id())).isEmpty();
  }

  @Test
  void replacesATokenAndRemembersTheOldOne() {
    Instant expiry = now.plus(Duration.ofDays(31));

    assertThat(sessions.rotate(session, "hash2", now.plusSeconds(5), expiry)).isTrue();

    UserSession changed = sessions.find(session.id()).orElseThrow();
    assertThat(changed.tokenHash()).isEqualTo("hash2");
    assertThat(changed.expiresAt()).isEqualTo(expiry);
    assertThat(sessions.replacedAt(session.id(), "hash1")).contains(now.plusSeconds(5));
    assertThat(sessions.replacedAt(session.id(), "hash2")).isEmpty();
    clock.pass(Duration.ofDays(30));
    assertThat(sessions.find(session.id())).isPresent();
  }

  @Test
  void replacesATokenOnce() throws Exception {
    var outcomes =
        ConcurrentWrites.of(8, i -> sessions.rotate(session, "next" + i, now, session.expiresAt()));

    assertThat(Collections.frequency(outcomes, true)).isOne();
    assertThat(sessions.find(session.id()).orElseThrow().tokenHash())
        .isEqualTo("next" + outcomes.indexOf(true));
  }

  @Test
  void endsOnceAndForAll() {
    sessions.end(session.id());
    sessions.end(session.id());

    assertThat(sessions.find(session.id())).isEmpty();
    assertThat(sessions.rotate(session, "hash2", now, session.expiresAt())).isFalse();
    assertThat(sessions.find(session.id())).isEmpty();
  }
}
