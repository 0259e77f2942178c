package dev.heddle.localstack.aws.services.bus;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.edge.JsonProtocol.Operation;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.DurableWork;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.RetryingInvoker;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.TargetInvoker;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Amazon EventBridge's buses on SQLite: an accepted event reaches each matching rule's targets. */
public final class EventBridge implements AwsService {
  private final ServiceDatabase database;
  private final DurableWork work;
  private final JsonProtocol protocol;

  /** Opens or creates {@code bus.db} in the folder and calls the targets. */
  public EventBridge(Path folder, InstantSource clock, TargetInvoker targets) {
    this(folder, clock, targets, AwsAccount.LOCAL);
  }

  /** The same in another account or region. */
  public EventBridge(Path folder, InstantSource clock, TargetInvoker targets, AwsAccount account) {
    database =
        new ServiceDatabase(
            folder,
            "bus",
            RuleTable.RULES,
            RuleTable.TARGETS,
            DurableWork.SCHEMA.getFirst(),
            DurableWork.SCHEMA.getLast());
    var caller = new RetryingInvoker(targets, clock);
    work =
        new DurableWork(
            database,
            clock,
            "bus-deliveries",
            item -> RuleDelivery.parse(item.payload()).attempt(item, caller));
    var rules = new RuleOperations(database, account);
    var events = new EventOperations(database, work, rules, account, clock);
    protocol = new JsonProtocol("AWSEvents", "1.1", operations(rules, events));
  }

  @Override
  public String name() {
    return "events";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return protocol.claims(request);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    return protocol.answer(request);
  }

  @Override
  public void close() {
    // Before the database, in which it settles what it has done.
    work.close();
    database.close();
  }

  private static Map<String, Operation> operations(RuleOperations rules, EventOperations events) {
    Map<String, Operation> operations = new HashMap<>();
    operations.put("PutEvents", plain(events::put));
    operations.put("TestEventPattern", plain(events::test));
    operations.put("PutRule", plain(rules::put));
    operations.put("DescribeRule", plain(rules::describe));
    operations.put("DeleteRule", plain(rules::delete));
    operations.put("EnableRule", plain(rules::enable));
    operations.put("DisableRule", plain(rules::disable));
    operations.put("ListRules", plain(rules::list));
    operations.put("PutTargets", plain(rules::putTargets));
    operations.put("RemoveTargets", plain(rules::removeTargets));
    operations.put("ListTargetsByRule", plain(rules::listTargets));
    return operations;
  }

  private static Operation plain(Function<RequestInput, Object> work) {
    return (json, request) -> work.apply(new RequestInput(json, "ValidationException"));
  }
}
