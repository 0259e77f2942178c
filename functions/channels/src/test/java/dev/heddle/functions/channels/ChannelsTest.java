package dev.heddle.functions.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.unit.Access;
import org.junit.jupiter.api.Test;

class ChannelsTest {

  @Test
  void theAddressOpenToTheWorldBuildsNothing() {
    assertThat(Channels.ALL.getFirst().access()).doesNotContain(new Access.BuildsMachines());
    assertThat(Channels.ALL)
        .flatExtracting(channel -> channel.spec().paths())
        .containsExactly("/hooks/{tenant}/{path+}", "/hooks-test/{tenant}/{path+}");
  }
}
