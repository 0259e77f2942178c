package dev.heddle.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.statemachines.language.Issue;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnTriggersTest {
  private static final String NOON = "'config':{'schedule':{'kind':'cron','expression':'at noon'}}";

  @Test
  void askTogetherForWhatEachAsks() {
    DrawnTriggers triggers =
        of(
            "{'id':'a','type':'webhook@1','config':{'path':'orders'}},"
                + "{'id':'b','type':'webhook@1','config':{'path':'orders'}},"
                + "{'id':'c','type':'webhook@1','config':{'path':'bills'}},"
                + "{'id':'d','type':'schedule@1',"
                + NOON
                + "},{'id':'e','type':'manual@1'},{'id':'f','type':'nobody-knows@1'}");

    assertThat(triggers.claims()).extracting(AddressClaim::name).containsExactly("orders", "bills");
    assertThat(triggers.timers(Instant.EPOCH)).extracting(Timer::trigger).containsExactly("d");
    assertThat(triggers.issues())
        .extracting(Issue::node, Issue::field)
        .containsExactly(tuple("d", "schedule.expression"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "'main'"})
  void askForNothingThatIsSwitchedOff(String disabled) {
    String off = ",'disabled':" + disabled + "}";
    DrawnTriggers triggers =
        of(
            "{'id':'a','type':'webhook@1','config':{'path':'orders'}"
                + off
                + ",{'id':'d','type':'schedule@1',"
                + NOON
                + off);

    assertThat(triggers.all()).isEmpty();
    assertThat(triggers.issues()).isEmpty();
    assertThat(triggers.claims()).isEmpty();
    assertThat(triggers.timers(Instant.EPOCH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "{}", "{'nodes':[1,null,{'type':'webhook@1','config':[]}]}"})
  void surviveWhateverADocumentHolds(String document) {
    DrawnTriggers triggers =
        DrawnTriggers.of(WireJson.MAPPER.readTree(document.replace('\'', '"')));

    assertThat(triggers.issues()).isEmpty();
    assertThat(triggers.claims()).isEmpty();
    assertThat(triggers.timers(Instant.EPOCH)).isEmpty();
  }

  private static DrawnTriggers of(String nodes) {
    String document = "{'schemaVersion':1,'name':'T','nodes':[" + nodes + "],'edges':[]}";
    return DrawnTriggers.of(WireJson.MAPPER.readTree(document.replace('\'', '"')));
  }
}
