package dev.heddle.localstack.aws.services.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternParserTest {
  private static final String EVENT =
      """
      {"source":"heddle.runs","detail-type":"Run ended","account":"000000000000",
       "resources":["arn:a","arn:b"],
       "detail":{"status":"FAILED","count":5,"price":0.5,"empty":"","none":null,"flag":true,
         "ip":"10.1.2.3","file":"dir/run.LOG","tags":["x","y"],"nodes":[{"id":"n1"},{"id":"n2"}]}}
      """;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"source\":[\"heddle.runs\"]}|true",
        "{\"source\":[\"other\",\"heddle.runs\"]}|true",
        "{\"source\":[\"other\"]}|false",
        "{\"source\":[\"heddle.runs\"],\"detail\":{\"status\":[\"FAILED\"]}}|true",
        "{\"source\":[\"heddle.runs\"],\"detail\":{\"status\":[\"SUCCEEDED\"]}}|false",
        "{\"resources\":[\"arn:b\"]}|true",
        "{\"detail\":{\"tags\":[\"y\",\"z\"]}}|true",
        "{\"detail\":{\"nodes\":{\"id\":[\"n2\"]}}}|true",
        "{\"detail\":{\"count\":[5.0]}}|true",
        "{\"detail\":{\"flag\":[true]}}|true",
        "{\"detail\":{\"none\":[null]}}|true",
        "{\"detail\":{\"missing\":[null]}}|false",
        "{\"detail\":{\"empty\":[\"\"]}}|true",
        "{\"detail\":{\"status\":[{\"exists\":true}]}}|true",
        "{\"detail\":{\"missing\":[{\"exists\":false}]}}|true",
        "{\"detail\":{\"status\":[{\"exists\":false}]}}|false",
        "{\"detail\":{\"status\":[{\"prefix\":\"FA\"}]}}|true",
        "{\"detail\":{\"status\":[{\"prefix\":{\"equals-ignore-case\":\"fa\"}}]}}|true",
        "{\"detail\":{\"status\":[{\"suffix\":\"LED\"}]}}|true",
        "{\"detail\":{\"file\":[{\"suffix\":{\"equals-ignore-case\":\".log\"}}]}}|true",
        "{\"detail\":{\"status\":[{\"equals-ignore-case\":\"failed\"}]}}|true",
        "{\"detail\":{\"file\":[{\"wildcard\":\"dir/*.LOG\"}]}}|true",
        "{\"detail\":{\"file\":[{\"wildcard\":\"*run*\"}]}}|true",
        "{\"detail\":{\"file\":[{\"wildcard\":\"dir/*.txt\"}]}}|false",
        "{\"detail\":{\"file\":[{\"wildcard\":\"dir/run.LOG*LOG\"}]}}|false",
        "{\"detail\":{\"count\":[{\"numeric\":[\">\",0,\"<=\",5]}]}}|true",
        "{\"detail\":{\"count\":[{\"numeric\":[\">\",5]}]}}|false",
        "{\"detail\":{\"price\":[{\"numeric\":[\"=\",0.50]}]}}|true",
        "{\"detail\":{\"ip\":[{\"cidr\":\"10.0.0.0/8\"}]}}|true",
        "{\"detail\":{\"ip\":[{\"cidr\":\"11.0.0.0/8\"}]}}|false",
        "{\"detail\":{\"status\":[{\"cidr\":\"10.0.0.0/8\"}]}}|false",
        "{\"detail\":{\"status\":[{\"anything-but\":\"SUCCEEDED\"}]}}|true",
        "{\"detail\":{\"status\":[{\"anything-but\":[\"FAILED\",\"STOPPED\"]}]}}|false",
        "{\"detail\":{\"status\":[{\"anything-but\":{\"prefix\":\"FA\"}}]}}|false",
        "{\"detail\":{\"status\":[{\"anything-but\":{\"suffix\":[\"X\",\"ED\"]}}]}}|false",
        "{\"detail\":{\"missing\":[{\"anything-but\":\"x\"}]}}|false",
        "{\"detail\":{\"$or\":[{\"status\":[\"OK\"]},{\"count\":[5]}]}}|true",
        "{\"source\":[\"heddle.runs\"],\"$or\":[{\"detail\":{\"count\":[1]}},{\"account\":[\"1\"]}]}|false",
        "{\"detail\":[\"x\"]}|false",
        "{\"source\":{\"deeper\":[\"x\"]}}|false",
      })
  void matches(String pattern, boolean expected) {
    var event = JsonProtocol.JSON.readTree(EVENT);
    assertThat(EventPatternParser.parse(pattern).matches(event)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "\"x\"",
        "{\"a\":\"x\"}",
        "{\"a\":[]}",
        "{\"a\":{}}",
        "{\"a\":[[1]]}",
        "{\"a\":[{\"odd\":1}]}",
        "{\"a\":[{\"prefix\":1}]}",
        "{\"a\":[{\"exists\":\"yes\"}]}",
        "{\"a\":[{\"numeric\":[\">\"]}]}",
        "{\"a\":[{\"numeric\":[\"~\",1]}]}",
        "{\"a\":[{\"numeric\":[\">\",\"1\"]}]}",
        "{\"a\":[{\"cidr\":\"10.0.0.0\"}]}",
        "{\"a\":[{\"cidr\":\"localhost/8\"}]}",
        "{\"a\":[{\"cidr\":\"10.0.0.0/33\"}]}",
        "{\"$or\":{}}",
        "{\"$or\":[]}",
        "{\"a\":[{\"prefix\":\"x\",\"suffix\":\"y\"}]}",
      })
  void refuses(String pattern) {
    assertThatThrownBy(() -> EventPatternParser.parse(pattern))
        .isInstanceOf(AwsFault.class)
        .hasMessageContaining("Event pattern is not valid");
  }

  @Test
  @Timeout(5)
  void boundsLengthDepthAndTime() {
    assertThatThrownBy(() -> EventPatternParser.parse("{\"a\":[\"" + "x".repeat(5_000) + "\"]}"))
        .hasMessageContaining("at most 4096");
    assertThatThrownBy(
            () -> EventPatternParser.parse("{\"a\":".repeat(60) + "[1]" + "}".repeat(60)))
        .isInstanceOf(AwsFault.class);
    WildcardPattern stars = WildcardPattern.parse("*a".repeat(500) + "b");
    assertThat(stars.matches("a".repeat(200_000))).isFalse();
    assertThat(WildcardPattern.parse("a\\*b*").matches("a*bc")).isTrue();
  }
}
