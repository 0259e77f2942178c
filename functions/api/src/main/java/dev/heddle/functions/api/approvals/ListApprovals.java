package dev.heddle.functions.api.approvals;

import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.caller.Caller;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.workflow.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists what the workspace's runs ask people, newest first. */
public final class ListApprovals implements Route<ListApprovals.Input, ListApprovals.Output> {

  /** Which ones and page. */
  public record Input(
      @FormField(fallback = "\"waiting\"") StatusFilter status,
      @FormField(min = 1, max = 100, fallback = "20") int limit,
      @FormField(max = 2_000) @Nullable String cursor) {}

  /** Those that wait, or those that don't any more. */
  public enum StatusFilter {
    @VariantName
    WAITING,
    @VariantName
    DECIDED
  }

  /** A page; details over 2 KB are previews. */
  public record Output(List<ApprovalDetails> items, @Nullable String nextCursor) {}

  @Override
  public RouteSpec<Input, Output> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/approvals", Input.class, Output.class)
        .summary("List approvals")
        .access(new Access.Writes(Approvals.ENTITY), new Access.Reads(Users.ENTITY));
  }

  @Override
  public Handler<Input, Output> open(Ports ports) {
    return (input, caller) -> list(ports, input, caller.member());
  }

  private static Output list(Ports ports, Input input, Caller.Member caller) {
    ApprovalInbox inbox =
        new ApprovalInbox(
            ports.of(Approvals.ENTITY).apply(caller.tenant()), ports.clock().instant());
    Page<Approval> page =
        inbox.list(input.status() == StatusFilter.WAITING, input.limit(), input.cursor());
    User person = ports.of(Users.ENTITY).find(caller.user()).orElse(null);
    return new Output(
        page.items().stream().map(item -> ApprovalDetails.of(item, person)).toList(),
        page.nextCursor());
  }
}
