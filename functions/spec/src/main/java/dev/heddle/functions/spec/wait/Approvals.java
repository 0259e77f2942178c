package dev.heddle.functions.spec.wait;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.ListingKind;
import dev.heddle.functions.spec.entity.TenantEntity;
import dev.heddle.functions.spec.workflow.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The questions that one tenant's runs ask people. */
public interface Approvals {

  /** What runs ask people. */
  TenantEntity<Approvals> ENTITY =
      Entity.ofTenant("approval", Approvals.class)
          .keys("TENANT#*#APPROVAL#*")
          .listed(List.of(ListingKind.BY_PARENT), "id", "status")
          .listed(List.of(ListingKind.BY_STANDING), "id", "approval")
          .kept(EntityRetention.UNTIL_DELETED);

  /** No task waits longer than a run may last; a little more for clocks that differ. */
  Duration LONGEST_WAIT = Duration.ofDays(367);

  /** What completes the tasks that wait for people, kept apart from what they are asked. */
  TenantEntity<Approvals> TOKENS =
      Entity.ofTenant("approval-token", Approvals.class)
          .keys("TENANT#*#TOKEN#*")
          .kept(EntityRetention.of(LONGEST_WAIT));

  /** What of a question's details lists show, in characters of JSON; more is a preview. */
  int LISTED_DETAILS = 2 * 1024;

  /**
   * Keeps a question. Asked again with the same token nothing happens; with another it waits anew,
   * because the token before no longer leads anywhere.
   *
   * @param token what completes the run's task; kept apart, and never in an {@link Approval}
   */
  void ask(Approval approval, String token);

  /** The question. */
  Optional<Approval> find(String id);

  /** What completes the task that waits for it. */
  Optional<String> token(String id);

  /** Those that wait, or those that don't any more; newest first, details cut short. */
  Page<Approval> list(boolean waiting, int limit, @Nullable String cursor);

  /** Those of a run that wait; at most 1,000. */
  List<Approval> waitingOf(String run);

  /** Stores what became of it, unless it no longer stands as {@code before}. */
  boolean change(Approval next, Approval before);
}
