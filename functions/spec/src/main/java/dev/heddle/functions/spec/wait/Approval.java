package dev.heddle.functions.spec.wait;

import dev.heddle.functions.spec.account.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A question that a run asks people, and what they decided.
 *
 * @param expiresAt when the run goes on without an answer; null when it never does
 * @param sent whether the run was told the decision
 */
public record Approval(
    String id,
    Status status,
    WaitLocation place,
    Question question,
    Instant askedAt,
    @Nullable Instant expiresAt,
    @Nullable Decision decision,
    boolean sent) {

  /** How it stands. */
  public enum Status {
    WAITING,
    APPROVED,
    REJECTED,
    /** Nobody decided in time. */
    EXPIRED,
    /** The run ended before. */
    CANCELLED
  }

  /**
   * What is asked.
   *
   * @param approvers the e-mail addresses of who may decide; empty when every member may
   */
  public record Question(
      String title, String message, @Nullable JsonNode details, List<String> approvers) {}

  /** Who decided, when, and what they said of it. */
  public record Decision(Instant at, Person by, String comment) {}

  /** A member, as others see them. */
  public record Person(String id, String name) {}

  /** A question that was just asked. */
  public static Approval asked(
      WaitLocation place, Question question, Instant askedAt, @Nullable Instant expiresAt) {
    return new Approval(
        place.id("apr"), Status.WAITING, place, question, askedAt, expiresAt, null, false);
  }

  /** Whether someone may decide. */
  public boolean isUpTo(@Nullable User person) {
    return question.approvers().isEmpty()
        || (person != null
            && question.approvers().stream().anyMatch(person.email().strip()::equalsIgnoreCase));
  }

  /** Whether it waits in vain. */
  public boolean isOverdue(Instant now) {
    return status == Status.WAITING && isLate(now);
  }

  /** Whether the time for a decision is over. */
  public boolean isLate(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }

  /** The same, decided. */
  public Approval decided(Status status, Decision decision) {
    return with(status, decision, false);
  }

  /** The same, ended without a decision. */
  public Approval ended(Status status) {
    return with(status, null, false);
  }

  /** The same, once the run was told. */
  public Approval delivered() {
    return with(status, decision, true);
  }

  private Approval with(Status status, @Nullable Decision decision, boolean sent) {
    return new Approval(id, status, place, question, askedAt, expiresAt, decision, sent);
  }
}
