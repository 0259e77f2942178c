package dev.heddle.functions.spec.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ShapeDefaultsTest {
  record Outer(
      @FormField(fallback = "7") int number,
      @FormField(fallback = "{\"kind\":\"round\"}") Look form,
      @Nullable List<Item> items,
      @Nullable Map<String, Item> named,
      @FormField(fallback = "1") @Nullable JsonNode any) {}

  record Item(@FormField(fallback = "\"x\"") String name) {}

  sealed interface Look {
    record Round() implements Look {}

    record Square(@FormField(fallback = "true") boolean flat) implements Look {}
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | {'number':7,'form':{'kind':'round'},'any':1}",
        "{'number':null,'any':null} | {'number':7,'any':null,'form':{'kind':'round'}}",
        "{'number':1,'form':{'kind':'square'},'any':2}"
            + " | {'number':1,'form':{'kind':'square','flat':true},'any':2}",
        "{'number':1,'form':{'kind':'?'},'any':2} | {'number':1,'form':{'kind':'?'},'any':2}",
        "{'number':1,'form':{'kind':'round'},'any':2,'items':[{},{'name':'y'}],'named':{'a':{}}}"
            + " | {'number':1,'form':{'kind':'round'},'any':2,"
            + "'items':[{'name':'x'},{'name':'y'}],'named':{'a':{'name':'x'}}}"
      })
  void fillsInWhatIsAbsent(String given, String filled) {
    assertThat(ShapeDefaults.in(RecordShapes.of(Outer.class), json(given))).isEqualTo(json(filled));
  }

  private static JsonNode json(String text) {
    return WireJson.MAPPER.readTree(text.replace('\'', '"'));
  }
}
