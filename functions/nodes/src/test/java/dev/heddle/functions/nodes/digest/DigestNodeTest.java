package dev.heddle.functions.nodes.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Heddle.BadConfig;
import Heddle.SecretMissing;
import dev.heddle.events.NodeCall;
import dev.heddle.functions.core.door.NodeDoor;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.FakePorts;
import dev.heddle.functions.spec.port.FakeTenantSecrets;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestNodeTest {
  private static final Function<Tenant, TenantSecrets> VAULTS =
      tenant ->
          new FakeTenantSecrets(tenant.id().equals("ten_1") ? Map.of("jefe", "Jefe") : Map.of());
  private static final NodeDoor<?> DOOR =
      NodeDoor.open(new DigestNode(), FakePorts.of(Map.of("tenantSecrets", VAULTS)));

  private static String run(String tenant, String config) {
    var call =
        new NodeCall(
            tenant,
            "wf_1",
            "run_1",
            "digest1",
            "",
            WireJson.MAPPER.readTree(config.replace('\'', '"')));
    byte[] answer = DOOR.answer(WireJson.MAPPER.writeValueAsBytes(call));
    return WireJson.MAPPER.readTree(answer).at("/output/digest").asString();
  }

  // The digests of "abc" are FIPS 180-4's examples, the HMAC is RFC 4231's second test case.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text':'abc'} | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "{'text':'abc','encoding':'base64'} | ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
        "{'text':'what do ya want for nothing?','key':'jefe'} |"
            + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
      })
  void matchesThePublishedExamples(String config, String digest) {
    assertThat(run("ten_1", config)).isEqualTo(digest);
  }

  @Test
  void anotherTenantsKeyIsMissing() {
    assertThatThrownBy(() -> run("ten_2", "{'text':'a','key':'jefe'}"))
        .isInstanceOf(SecretMissing.class)
        .hasMessageContaining("jefe");
  }

  @Test
  void anUnknownAlgorithmIsNamed() {
    assertThatThrownBy(() -> run("ten_1", "{'text':'a','algorithm':'md5'}"))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("algorithm: Must be one of sha-256, sha-512");
  }
}
