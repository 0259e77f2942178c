package dev.heddle.functions.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.DrawnTrigger;
import dev.heddle.functions.spec.unit.Trigger;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.functions.triggers.schedule.ScheduleTrigger;
import dev.heddle.functions.triggers.webhook.WebhookTrigger;
import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TriggersTest {
  static final List<Trigger<?>> ALL = Triggers.ALL;

  @ParameterizedTest
  @FieldSource("ALL")
  void areWhereARunStarts(Trigger<?> trigger) {
    assertThat(trigger.node().spec().wiring()).isInstanceOf(NodeWiring.Trigger.class);
  }

  @Test
  void knowTheOneThatIsStartedByHand() {
    assertThat(Triggers.byHand().title()).isEqualTo("Manual start");
  }

  @Test
  void aWebhookClaimsItsPath() {
    assertThat(claims("{'path':'orders/new'}"))
        .containsExactly(new AddressClaim("orders/new", "the webhook path orders/new"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'path':''}",
        "{'path':null}",
        "{'path':7}",
        "{'path':'a b'}",
        "{'path':'#'}",
        "{'path':'bot:orders'}",
        "{'path':'../orders'}",
        "[]",
        "'path'"
      })
  void aWebhookClaimsNothingThatIsNoPath(String config) {
    assertThat(claims(config)).isEmpty();
  }

  @Test
  void aWebhookClaimsItsPathWhileTheRestIsStillBeingFilledIn() {
    assertThat(claims("{'path':'orders','method':'TRACE','auth':{'kind':'hmac'},'more':1}"))
        .extracting(AddressClaim::name)
        .containsExactly("orders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "'main'", "'failure'", "''"})
  void whatIsSwitchedOffAsksForNothing(String disabled) {
    GraphDocument graph =
        graph(
            "{'id':'w','type':'webhook@1','config':{'path':'orders'},'disabled':%s},"
                    .formatted(disabled)
                + "{'id':'s','type':'schedule@1','config':"
                + "{'schedule':{'kind':'cron','expression':'at noon'}},'disabled':%s}"
                    .formatted(disabled));

    assertThat(DrawnTrigger.all(new WebhookTrigger(), graph)).isEmpty();
    assertThat(DrawnTrigger.all(new ScheduleTrigger(), graph)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kind':'rate','every':1,'unit':'hours'} | rate(1 hour)",
        "{'kind':'rate','every':2,'unit':'days'} | rate(2 days)",
        "{'kind':'rate','every':5} | rate(5 hours)",
        "{'kind':'cron','expression':' 0 9 ? * MON-FRI * '} | cron(0 9 ? * MON-FRI *)"
      })
  void aScheduleAsksForOneTimer(String schedule, String expression) {
    assertThat(timers("{'schedule':" + schedule + ",'timeZone':'Europe/Berlin','payload':[1]}"))
        .containsExactly(new Timer("n", expression, "Europe/Berlin", json("[1]")));
    assertThat(timers("{'schedule':" + schedule + "}"))
        .containsExactly(new Timer("n", expression, "UTC", json("null")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'schedule':{}}", "{'schedule':{'kind':'rate','every':0}}", "7"})
  void aScheduleThatIsNotFilledInAsksForNone(String config) {
    assertThat(timers(config)).isEmpty();
  }

  @Test
  void onlyAManualStartGivesItsSample() {
    String config = "{'sample':{'a':1}}";
    assertThat(sample("manual@1", config)).isEqualTo(json("{'a':1}"));
    assertThat(sample("manual@1", "{}")).isEqualTo(json("{}"));
    assertThat(sample("called-trigger@1", config)).isEqualTo(json("{}"));
    assertThat(sample("webhook@1", config)).isEqualTo(json("{}"));
  }

  private static List<AddressClaim> claims(String config) {
    return drawn("webhook@1", config).claims();
  }

  private static List<Timer> timers(String config) {
    return drawn("schedule@1", config).timers(Instant.EPOCH);
  }

  private static JsonNode sample(String type, String config) {
    return drawn(type, config).sample();
  }

  private static DrawnTrigger<?> drawn(String type, String config) {
    GraphDocument graph = graph("{'id':'n','type':'" + type + "','config':" + config + "}");
    return ALL.stream()
        .<DrawnTrigger<?>>flatMap(trigger -> DrawnTrigger.all(trigger, graph).stream())
        .findFirst()
        .orElseThrow();
  }

  private static GraphDocument graph(String nodes) {
    return GraphDocument.of(
        json("{'schemaVersion':1,'name':'T','nodes':[" + nodes + "],'edges':[]}"));
  }

  private static JsonNode json(String text) {
    return WireJson.MAPPER.readTree(text.replace('\'', '"'));
  }
}
