package dev.heddle.functions.spec.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.WireJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ConfigBinderTest {

  record Settings(
      @FormField(min = 1) String name,
      @FormField(fallback = "\"kept\"") String mode,
      int count,
      Inner inner,
      @Nullable JsonNode any) {}

  record Inner(String a, @FormField(fallback = "2") int b) {}

  @Test
  void takesWhatFitsWithItsFallbacks() {
    assertThat(fitting("{'name':'n','count':3,'inner':{'a':'x'},'any':[1]}"))
        .isEqualTo(
            new Settings(
                "n", "kept", 3, new Inner("x", 2), WireJson.MAPPER.createArrayNode().add(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | Settings[name=null, mode=kept, count=0, inner=null, any=null]",
        "{'name':'','mode':7,'count':'x','inner':{'a':1}}"
            + " | Settings[name=null, mode=null, count=0, inner=null, any=null]",
        "{'name':null,'mode':null,'more':1}"
            + " | Settings[name=null, mode=kept, count=0, inner=null, any=null]",
        "{'name':'n','inner':{'a':'x','b':9,'c':1}}"
            + " | Settings[name=n, mode=kept, count=0, inner=null, any=null]"
      })
  void leavesOutWhatDoesNotFit(String config, String fitting) {
    assertThat(fitting(config)).hasToString(fitting);
  }

  private static Settings fitting(String config) {
    return ConfigBinder.bindLenient(
        Settings.class, (ObjectNode) WireJson.MAPPER.readTree(config.replace('\'', '"')));
  }
}
