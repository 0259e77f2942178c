package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.DurableWork;
import dev.heddle.localstack.aws.services.RestJsonProtocol;
import dev.heddle.localstack.aws.services.RestJsonProtocol.Route;
import dev.heddle.localstack.aws.services.RetryingInvoker;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.TargetInvoker;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Amazon EventBridge Scheduler on SQLite; it fires within a quarter of a second. */
public final class SchedulerService implements AwsService {
  private static final long PERIOD = 200;
  private static final String SCHEDULE = "/schedules/{Name}";
  private static final String GROUP = "/schedule-groups/{Name}";
  private static final String TAGS = "/tags/{ResourceArn}";

  private final ServiceDatabase database;
  private final DurableWork work;
  private final RestJsonProtocol rest;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("scheduler").factory());

  /** Opens or creates {@code scheduler.db} in the folder and calls the targets. */
  public SchedulerService(Path folder, InstantSource clock, TargetInvoker targets) {
    this(folder, clock, targets, AwsAccount.LOCAL);
  }

  /** The same in another account or region. */
  public SchedulerService(
      Path folder, InstantSource clock, TargetInvoker targets, AwsAccount account) {
    database = open(folder, clock);
    var deliveryWorker = new DeliveryWorker(database, new RetryingInvoker(targets, clock), account);
    work = new DurableWork(database, clock, "scheduler-deliveries", deliveryWorker::attempt);
    var scheduleDispatcher = new ScheduleDispatcher(database, work, account, clock);
    var schedules = new ScheduleOperations(database, account, clock, scheduleDispatcher);
    var groups = new GroupOperations(database, account, clock);
    rest = new RestJsonProtocol("scheduler", "ValidationException", routes(schedules, groups));
    timer.scheduleWithFixedDelay(scheduleDispatcher::fire, 0, PERIOD, TimeUnit.MILLISECONDS);
  }

  @Override
  public String name() {
    return "scheduler";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return rest.claims(request);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    return rest.answer(request);
  }

  @Override
  public void close() {
    // In this order: who adds work, who does it, where both write.
    timer.shutdownNow();
    work.close();
    database.close();
  }

  private static ServiceDatabase open(Path folder, InstantSource clock) {
    var database =
        new ServiceDatabase(
            folder,
            "scheduler",
            ScheduleTable.SCHEMA,
            ScheduleTable.FIRE,
            GroupTable.SCHEMA,
            DurableWork.SCHEMA.getFirst(),
            DurableWork.SCHEMA.getLast());
    database.write(
        sql -> {
          GroupTable.ensureDefault(sql, clock.millis());
          return true;
        });
    return database;
  }

  private static List<Route> routes(ScheduleOperations schedules, GroupOperations groups) {
    return List.of(
        new Route("POST", SCHEDULE, schedules::create),
        new Route("PUT", SCHEDULE, schedules::update),
        new Route("GET", SCHEDULE, schedules::get),
        new Route("DELETE", SCHEDULE, schedules::delete),
        new Route("GET", "/schedules", schedules::list),
        new Route("POST", GROUP, groups::create),
        new Route("GET", GROUP, groups::get),
        new Route("DELETE", GROUP, groups::delete),
        new Route("GET", "/schedule-groups", groups::list),
        new Route("GET", TAGS, groups::tags),
        new Route("POST", TAGS, groups::tag),
        new Route("DELETE", TAGS, groups::untag));
  }
}
