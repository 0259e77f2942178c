package dev.heddle.localstack.aws.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonProtocolTest {
  private final JsonProtocol protocol =
      new JsonProtocol(
          "Toy_1",
          "1.1",
          Map.of("Play", (input, request) -> input, "Break", (input, request) -> fail()));

  @Test
  void answersWithTheOperation() {
    var answer = protocol.answer(request("Toy_1.Play", "{\"A\":[1]}"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", "application/x-amz-json-1.1");
    assertThat(answer.body()).asString().isEqualTo("{\"A\":[1]}");
    assertThat(protocol.answer(request("Toy_1.Play", "")).body()).asString().isEqualTo("{}");
  }

  @Test
  void claimsItsPrefixOnly() {
    assertThat(protocol.claims(request("Toy_1.Other", ""))).isTrue();
    assertThat(protocol.claims(request("Toy_10.Play", ""))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "null", "{", "{} {}", "\"x\"", "{\"a\":01}"})
  void refusesWhatIsNoObject(String body) {
    var answer = protocol.answer(request("Toy_1.Play", body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).asString().contains("SerializationException");
  }

  @Test
  void survivesDeepNesting() {
    var answer = protocol.answer(request("Toy_1.Play", "{\"a\":" + "[".repeat(1_000_000)));
    assertThat(answer.body()).asString().contains("SerializationException");
  }

  @Test
  void carriesTheDetailsOfAFault() {
    var fault = new AwsFault(400, "Canceled", "no", Map.of("Reasons", List.of(1)));
    assertThat(JsonProtocol.error(fault, "application/x-amz-json-1.0").body())
        .asString()
        .isEqualTo("{\"__type\":\"Canceled\",\"message\":\"no\",\"Reasons\":[1]}");
  }

  @Test
  void hidesTheDetailOfABug() {
    var answer = protocol.answer(request("Toy_1.Break", "{}"));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).asString().contains("InternalFailure").doesNotContain("hidden");
  }

  private static Object fail() {
    throw new IllegalArgumentException("hidden");
  }

  private static AwsRequest request(String target, String body) {
    return new AwsRequest(
        "POST", "/", "", Map.of("x-amz-target", List.of(target)), body.getBytes(UTF_8));
  }
}
