package dev.heddle.functions.aws.cloud;

import dev.heddle.events.IntakeMessage;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.RunScheduler;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.SchedulerException;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.ValidationException;
import tools.jackson.databind.node.ObjectNode;

/** Timers as schedules of EventBridge Scheduler, named {@code <workflow>-<trigger>}. */
public final class EventBridgeRunScheduler implements RunScheduler {
  private static final int RETRY_SECONDS = 5;
  private static final String CHANNEL = "schedule";
  // EventBridge puts these in at each due time.
  private static final String OCCASION = "<aws.scheduler.execution-id>";
  private static final String DUE = "<aws.scheduler.scheduled-time>";

  private final SchedulerClient client;
  private final SchedulerSettings home;

  /** Timers through this client. */
  public EventBridgeRunScheduler(SchedulerClient client, SchedulerSettings home) {
    this.client = client;
    this.home = home;
  }

  @Override
  public void set(String tenant, String workflow, List<Timer> timers) {
    for (Timer timer : timers) {
      calling(() -> put(tenant, workflow, timer));
    }
    Set<String> wantedNames =
        timers.stream().map(timer -> name(workflow, timer)).collect(Collectors.toSet());
    List<String> stale =
        calling(() -> names(workflow)).stream()
            .filter(name -> !wantedNames.contains(name))
            .toList();
    stale.forEach(name -> calling(() -> delete(name)));
  }

  private static String name(String workflow, Timer timer) {
    return workflow + "-" + timer.trigger();
  }

  private List<String> names(String workflow) {
    return client
        .listSchedulesPaginator(r -> r.groupName(home.group()).namePrefix(workflow + "-"))
        .schedules()
        .stream()
        .map(ScheduleSummary::name)
        .toList();
  }

  private Object put(String tenant, String workflow, Timer timer) {
    Target target = target(tenant, workflow, timer);
    try {
      return update(workflow, timer, target);
    } catch (ResourceNotFoundException e) {
      return createOrUpdate(workflow, timer, target);
    }
  }

  private Object createOrUpdate(String workflow, Timer timer, Target target) {
    try {
      return create(workflow, timer, target);
    } catch (ConflictException e) {
      return update(workflow, timer, target);
    }
  }

  private Object create(String workflow, Timer timer, Target target) {
    return client.createSchedule(
        r ->
            r.groupName(home.group())
                .name(name(workflow, timer))
                .scheduleExpression(timer.expression())
                .scheduleExpressionTimezone(timer.timeZone())
                .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
                .target(target));
  }

  private Object update(String workflow, Timer timer, Target target) {
    return client.updateSchedule(
        r ->
            r.groupName(home.group())
                .name(name(workflow, timer))
                .scheduleExpression(timer.expression())
                .scheduleExpressionTimezone(timer.timeZone())
                .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
                .target(target));
  }

  private Object delete(String name) {
    try {
      return client.deleteSchedule(r -> r.groupName(home.group()).name(name));
    } catch (ResourceNotFoundException e) {
      return e;
    }
  }

  private Target target(String tenant, String workflow, Timer timer) {
    ObjectNode payload = WireJson.MAPPER.createObjectNode();
    payload.put("scheduledAt", DUE);
    payload.set("payload", timer.payload());
    var message = new IntakeMessage(tenant, workflow, CHANNEL, timer.trigger(), OCCASION, payload);
    return Target.builder()
        .arn(home.queueArn())
        .roleArn(home.roleArn())
        .input(WireJson.MAPPER.writeValueAsString(message))
        .build();
  }

  private static <T> T calling(Supplier<T> call) {
    try {
      return call.get();
    } catch (ValidationException e) {
      throw Fault.invalid("schedule", "Invalid schedule: " + e.getMessage());
    } catch (SchedulerException | SdkClientException e) {
      throw problem(e);
    }
  }

  private static RuntimeException problem(RuntimeException e) {
    boolean ours =
        e instanceof SchedulerException refused
            && refused.statusCode() < 500
            && refused.statusCode() != 429;
    return ours
        ? e
        : new Fault(
            new Problem.Unavailable("The scheduler isn't responding. Try again.", RETRY_SECONDS));
  }
}
