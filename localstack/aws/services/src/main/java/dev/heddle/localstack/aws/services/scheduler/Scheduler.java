package dev.heddle.localstack.aws.services.scheduler;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.services.Account;
import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.DurableWork;
import dev.heddle.localstack.aws.services.RestJson;
import dev.heddle.localstack.aws.services.RestJson.Route;
import dev.heddle.localstack.aws.services.TargetCaller;
import dev.heddle.localstack.aws.services.Targets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Amazon EventBridge Scheduler on SQLite; it fires within a quarter of a second. */
public final class Scheduler implements AwsService {
  private static final long PERIOD = 200;
  private static final String SCHEDULE = "/schedules/{Name}";
  private static final String GROUP = "/schedule-groups/{Name}";
  private static final String TAGS = "/tags/{ResourceArn}";

  private final Database database;
  private final DurableWork work;
  private final RestJson rest;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("scheduler").factory());

  /** Opens or creates {@code scheduler.db} in the folder and calls the targets. */
  public Scheduler(Path folder, InstantSource clock, Targets targets) {
    this(folder, clock, targets, Account.LOCAL);
  }

  /** The same in another account or region. */
  public Scheduler(Path folder, InstantSource clock, Targets targets, Account account) {
    database = open(folder, clock);
    var delivering = new Delivering(database, new TargetCaller(targets, clock), account);
    work = new DurableWork(database, clock, "scheduler-deliveries", delivering::attempt);
    var firing = new Firing(database, work, account, clock);
    var schedules = new ScheduleOperations(database, account, clock, firing);
    var groups = new GroupOperations(database, account, clock);
    rest = new RestJson("scheduler", "ValidationException", routes(schedules, groups));
    timer.scheduleWithFixedDelay(firing::fire, 0, PERIOD, TimeUnit.MILLISECONDS);
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
    timer.shutdownNow();
    work.close();
    database.close();
  }

  private static Database open(Path folder, InstantSource clock) {
    var database =
        new Database(
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
