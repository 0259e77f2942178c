package dev.heddle.localstack.aws.services.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.ManualClock;
import dev.heddle.localstack.aws.services.RememberedTargets;
import dev.heddle.localstack.aws.services.Sdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

@Timeout(20)
class EventBridgeTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:q";

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock("2026-03-01T10:00:00Z");
  private final RememberedTargets targets = new RememberedTargets();
  private AwsEdge edge;
  private EventBridgeClient events;

  @BeforeEach
  void start() {
    edge = new AwsEdge(List.of(new EventBridge(folder, clock, targets))).start("127.0.0.1", 0);
    events = Sdk.over(edge, EventBridgeClient.builder());
  }

  @AfterEach
  void stop() {
    events.close();
    edge.close();
  }

  @Test
  void handsMatchingEventsToTheTargets() throws Exception {
    rule("failed", "{\"detail\":{\"status\":[\"FAILED\"]}}", t -> {});
    PutEventsResponse put = put(event("{\"status\":\"OK\"}"), event("{\"status\":\"FAILED\"}"));
    assertThat(put.failedEntryCount()).isZero();
    var call = targets.next();
    assertThat(call.arn()).isEqualTo(QUEUE);
    assertThat(call.input())
        .contains("\"id\":\"" + put.entries().getLast().eventId() + "\"")
        .contains("\"source\":\"heddle\"")
        .contains("\"time\":\"2026-03-01T10:00:00Z\"")
        .contains("\"detail\":{\"status\":\"FAILED\"}");
    targets.assertQuiet();
  }

  @Test
  void shapesTheInput() throws Exception {
    rule("text", "{\"source\":[\"heddle\"]}", t -> t.input("{\"a\":1}"));
    put(event("{}"));
    assertThat(targets.next().input()).isEqualTo("{\"a\":1}");
    rule("text", "{\"source\":[\"heddle\"]}", t -> t.inputPath("$.detail.run"));
    put(event("{\"run\":{\"id\":7}}"));
    assertThat(targets.next().input()).isEqualTo("{\"id\":7}");
    rule(
        "text",
        "{\"source\":[\"heddle\"]}",
        t ->
            t.inputTransformer(
                i ->
                    i.inputPathsMap(Map.of("id", "$.detail.id", "all", "$.detail"))
                        .inputTemplate("{\"text\":\"run <id>!\",\"id\":<id>,\"all\":<all>}")));
    put(event("{\"id\":\"a\\\"b\"}"));
    assertThat(targets.next().input())
        .isEqualTo("{\"text\":\"run a\\\"b!\",\"id\":\"a\\\"b\",\"all\":{\"id\":\"a\\\"b\"}}");
  }

  @Test
  void keepsRulesAndUndeliveredEventsOverARestart() throws Exception {
    rule("all", "{\"source\":[\"heddle\"]}", t -> {});
    targets.failures.set(1);
    put(event("{\"n\":1}"));
    var first = targets.next();
    stop();
    clock.advance(Duration.ofSeconds(1));
    start();
    assertThat(targets.next().executionId()).isEqualTo(first.executionId());
    put(event("{\"n\":2}"));
    assertThat(targets.next().input()).contains("\"n\":2");
  }

  @Test
  void switchesRulesOffAndOnAndDeletesThem() throws Exception {
    rule("a", "{\"source\":[\"heddle\"]}", t -> {});
    events.disableRule(r -> r.name("a"));
    put(event("{}"));
    targets.assertQuiet();
    events.enableRule(r -> r.name("a"));
    put(event("{}"));
    targets.next();
    assertThat(events.describeRule(r -> r.name("a")).arn())
        .isEqualTo("arn:aws:events:us-east-1:000000000000:rule/a");
    assertThat(events.listTargetsByRule(r -> r.rule("a")).targets())
        .extracting(Target::arn)
        .containsExactly(QUEUE);
    assertThatThrownBy(() -> events.deleteRule(r -> r.name("a")))
        .isInstanceOf(EventBridgeException.class);
    events.removeTargets(r -> r.rule("a").ids("t"));
    assertThat(events.removeTargets(r -> r.rule("a").ids("t")).failedEntryCount()).isEqualTo(1);
    events.deleteRule(r -> r.name("a"));
    assertThat(events.listRules(r -> {}).rules()).isEmpty();
  }

  @Test
  void keepsBusesApart() throws Exception {
    rule("a", "{\"source\":[\"heddle\"]}", t -> {});
    put(event("{}").toBuilder().eventBusName("other").build());
    targets.assertQuiet();
    assertThat(events.listRules(r -> {}).rules()).extracting(Rule::name).containsExactly("a");
    assertThat(events.listRules(r -> r.eventBusName("other")).rules()).isEmpty();
  }

  @Test
  void answersEntryByEntry() {
    var put =
        put(
            event("{}"),
            event("[]"),
            event("{").toBuilder().detail("{").build(),
            event("{}").toBuilder().source(null).build());
    assertThat(put.failedEntryCount()).isEqualTo(3);
    assertThat(put.entries())
        .extracting(e -> e.errorCode())
        .containsExactly(null, "MalformedDetail", "MalformedDetail", "InvalidArgument");
  }

  @Test
  void refusesBadInput() {
    assertThatThrownBy(() -> rule("a", "{\"a\":1}", t -> {}))
        .isInstanceOf(InvalidEventPatternException.class);
    assertThatThrownBy(() -> rule("a b", "{\"a\":[1]}", t -> {}))
        .isInstanceOf(EventBridgeException.class);
    assertThatThrownBy(() -> events.putRule(r -> r.name("a").scheduleExpression("rate(1 day)")))
        .hasMessageContaining("use EventBridge Scheduler");
    assertThatThrownBy(
            () -> events.putTargets(p -> p.rule("none").targets(t -> t.id("t").arn(QUEUE))))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> rule("a", "{\"a\":[1]}", t -> t.inputPath("$..x")))
        .hasMessageContaining("A path is");
    assertThatThrownBy(() -> put()).isInstanceOf(EventBridgeException.class);
    String large = "{\"a\":\"" + "x".repeat(262_144) + "\"}";
    assertThatThrownBy(() -> put(event(large))).hasMessageContaining("over the limit");
    rule("five", "{\"a\":[1]}", t -> {});
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 5; i++) {
                String id = "t" + i;
                events.putTargets(p -> p.rule("five").targets(t -> t.id(id).arn(QUEUE)));
              }
            })
        .isInstanceOf(LimitExceededException.class);
  }

  @Test
  void testsPatterns() {
    assertThat(
            events.testEventPattern(t -> t.eventPattern("{\"a\":[1]}").event("{\"a\":1}")).result())
        .isTrue();
  }

  private void rule(String name, String pattern, Consumer<Target.Builder> more) {
    events.putRule(r -> r.name(name).eventPattern(pattern));
    var target = Target.builder().id("t").arn(QUEUE);
    more.accept(target);
    events.putTargets(p -> p.rule(name).targets(target.build()));
  }

  private PutEventsResponse put(PutEventsRequestEntry... entries) {
    return events.putEvents(p -> p.entries(entries));
  }

  private static PutEventsRequestEntry event(String detail) {
    return PutEventsRequestEntry.builder()
        .source("heddle")
        .detailType("Run ended")
        .detail(detail)
        .build();
  }
}
