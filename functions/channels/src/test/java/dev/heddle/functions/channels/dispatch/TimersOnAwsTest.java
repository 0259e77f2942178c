package dev.heddle.functions.channels.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.SqsEvent;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.core.door.JobDoor;
import dev.heddle.functions.publishing.DrawingCompiler;
import dev.heddle.functions.publishing.WorkflowPublisher;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import tools.jackson.databind.JsonNode;

/** From a published drawing to the run that its timer starts, on the embedded services. */
class TimersOnAwsTest {
  private static final String DUE = "2199-01-31T08:00:00Z";

  private final AwsDeployment cloud = LocalCloud.cloud();
  private final Ports owner =
      cloud.ports(
          TestUnit.with(
              new Access.Writes(Workflows.ENTITY),
              new Access.Writes(Hooks.ENTITY),
              new Access.Reads(Runs.ENTITY),
              new Access.BuildsMachines(),
              new Access.StartsRuns(),
              new Access.Schedules()));
  private final Tenant tenant = new Tenant(owner.ids().next("ten"));
  private final Workflows workflows = owner.of(Workflows.ENTITY).apply(tenant);
  private final Runs runs = owner.of(Runs.ENTITY).apply(tenant);
  private final JobDoor<SqsEvent, ?> dispatcher =
      JobDoor.open(new DispatchIntake(), cloud.ports(new DispatchIntake()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "schedule@1 | {'schedule':{'kind':'cron','expression':'0 9 ? * MON-FRI *'}}"
            + " | cron(0 9 ? * MON-FRI *)",
        "once@1 | {'at':'2199-01-31T09:00'} | at(2199-01-31T09:00:00)"
      })
  void startARunForEachOccasionOnce(String type, String config, String expression) {
    String workflow = published(type, config);

    GetScheduleResponse timer = timer(workflow);
    assertThat(timer.scheduleExpression()).isEqualTo(expression);
    assertThat(timer.scheduleExpressionTimezone()).isEqualTo("Europe/Berlin");
    SqsEvent event = delivered(timer.target().input());
    dispatcher.answer(event);
    dispatcher.answer(event);

    List<Run> started = runs.list(workflow, null, 10, null).items();
    assertThat(started).hasSize(1);
    assertThat(output(workflow, started.getFirst()).path("v"))
        .isEqualTo(json("{'scheduledAt':'" + DUE + "','payload':{'report':'daily'}}"));
  }

  private String published(String type, String config) {
    Instant now = owner.clock().instant();
    String id = owner.ids().next("wf");
    workflows.create(Workflow.created(id, "W", graph(type, config), now), List.of());
    DrawingCompiler drawingCompiler = DrawingCompiler.of(owner.settings());
    new WorkflowPublisher(drawingCompiler, owner.machines(), owner.schedules(), owner.clock())
        .publish(tenant, workflows, workflows.find(id).orElseThrow(), "", "usr_ada");
    return id;
  }

  private static JsonNode graph(String type, String config) {
    String more = ",'timeZone':'Europe/Berlin','payload':{'report':'daily'}}";
    return json(
        "{'schemaVersion':1,'name':'W','nodes':["
            + node("clock", type, config.substring(0, config.length() - 1) + more)
            + ","
            + node(
                "say", "set@1", "{'keep':false,'fields':[{'name':'v','value':'{% $trigger %}'}]}")
            + "],'edges':[{'id':'e','source':'clock','port':'main','target':'say'}]}");
  }

  private static String node(String id, String type, String config) {
    return "{'id':'%s','type':'%s','name':'%s','position':{'x':0,'y':0},'config':%s}"
        .formatted(id, type, id, config);
  }

  private GetScheduleResponse timer(String workflow) {
    return cloud
        .clients()
        .scheduler
        .get()
        .getSchedule(r -> r.groupName("timers").name(workflow + "-clock"));
  }

  /** The timer's event, with what the clock puts in when it is due. */
  private static SqsEvent delivered(String input) {
    String body =
        input
            .replace("<aws.scheduler.execution-id>", "a3c3b6bf-8f0e-4d56-9c7b-1f6b7bb4b0b1")
            .replace("<aws.scheduler.scheduled-time>", DUE);
    return new SqsEvent(List.of(new SqsEvent.Message("m", "r", body, Map.of(), "arn", null)));
  }

  private JsonNode output(String workflow, Run run) {
    String arn = workflows.published(workflow).orElseThrow().versionArn();
    return owner.machines().await(arn, run.id(), Duration.ofSeconds(10)).orElseThrow().output();
  }

  private static JsonNode json(String text) {
    return WireJson.MAPPER.readTree(text.replace('\'', '"'));
  }
}
