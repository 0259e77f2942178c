package dev.heddle.functions.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.fault.Problem.FieldError;
import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.ShapeValidator;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.NodeSpecRules;
import dev.heddle.functions.spec.unit.NodeUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TriggerNodesTest {
  static final List<NodeUnit<?>> ALL = Triggers.nodes();

  @ParameterizedTest
  @FieldSource("ALL")
  void isDescribedWell(NodeUnit<?> node) {
    NodeSpecRules.check(node);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "manual@1 | {} | ",
        "manual@1 | {'sample':{'a':[1]}} | ",
        "called-trigger@1 | {'sample':[1]} | ",
        "webhook@1 | {'path':'orders/new'} | ",
        "webhook@1 | {'path':'a','method':'ANY','respond':'answer',"
            + "'auth':{'kind':'header','name':'X-Key','secret':'k'}} | ",
        "webhook@1 | {'path':'a','auth':{'kind':'hmac','header':'X-Sig','secret':'k'}} | ",
        "webhook@1 | {'path':'/orders'} | path",
        "webhook@1 | {'path':'orders/'} | path",
        "webhook@1 | {'path':'../orders'} | path",
        "webhook@1 | {'path':'orders//new'} | path",
        "webhook@1 | {'path':'a b','method':'TRACE','respond':'later'} | path,method,respond",
        "webhook@1 | {'path':'a','auth':{'kind':'hmac'}} | auth.header,auth.secret",
        "schedule@1 | {'schedule':{'kind':'cron','expression':'0 9 ? * MON-FRI *'}} | ",
        "schedule@1 | {'schedule':{'kind':'rate','every':5,'unit':'minutes'},'payload':[1]} | ",
        "schedule@1 | {'schedule':{'kind':'rate','every':0,'unit':'years'}}"
            + " | schedule.every,schedule.unit",
        "schedule@1 | {} | schedule"
      })
  void takesItsConfig(String id, String config, @Nullable String wrongFields) {
    NodeUnit<?> node =
        ALL.stream().filter(unit -> unit.spec().id().equals(id)).findFirst().orElseThrow();
    List<FieldError> errors =
        ShapeValidator.of(
            RecordShapes.of(node.spec().config()),
            WireJson.MAPPER.readTree(config.replace('\'', '"')));
    List<String> wrong = wrongFields == null ? List.of() : List.of(wrongFields.split(","));
    assertThat(errors).extracting(FieldError::field).containsExactlyElementsOf(wrong);
  }
}
