package dev.heddle.functions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityCheckTest {

  private static Entity<?> entity(String name, String key) {
    return Entity.ofPlatform(name, Runnable.class).keys(key).kept(EntityRetention.UNTIL_DELETED);
  }

  @ParameterizedTest
  @CsvSource({
    "TENANT#*#RUN#*,TENANT#*#RUN#*",
    "TENANT#*#RUN#*,TENANT#*#RUN#OF#*",
    "TENANT#*,TENANT#*#RUN",
    "TENANT#*#RUN,TENANT#*#*",
    "USER#*,USER#x"
  })
  void findsKeysThatOnePartitionMatchesBoth(String one, String other) {
    assertThat(EntityCheck.overlaps(List.of(entity("one", one), entity("other", other))))
        .containsExactly(one + " of one overlaps " + other + " of other");
  }

  @ParameterizedTest
  @CsvSource({
    "TENANT#*#RUN,TENANT#*#RUN#*",
    "TENANT#*#RUN#*,TENANT#*#RUNNER#*",
    "TENANT#*#TENANT,TENANT#*#RUN",
    "USER#*,EMAIL#*"
  })
  void letsKeysStandApart(String one, String other) {
    assertThat(EntityCheck.overlaps(List.of(entity("one", one), entity("other", other)))).isEmpty();
  }

  @Test
  void findsANameGivenTwice() {
    assertThat(EntityCheck.overlaps(List.of(entity("one", "A#*"), entity("one", "B#*"))))
        .containsExactly("Two entities are called one");
  }
}
