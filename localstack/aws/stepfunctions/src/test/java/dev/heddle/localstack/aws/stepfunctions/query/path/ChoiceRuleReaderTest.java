package dev.heddle.localstack.aws.stepfunctions.query.path;

import static dev.heddle.localstack.aws.stepfunctions.query.path.JsonPathTestData.data;
import static dev.heddle.localstack.aws.stepfunctions.query.path.JsonPathTestData.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.ChoiceCondition;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.InvalidExpression;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The rules of a JSONPath Choice: every operator with every type. */
class ChoiceRuleReaderTest {
  private static final Map<String, IntPredicate> RELATIONS =
      Map.of(
          "Equals", order -> order == 0,
          "LessThan", order -> order < 0,
          "GreaterThan", order -> order > 0,
          "LessThanEquals", order -> order <= 0,
          "GreaterThanEquals", order -> order >= 0);

  /** Three values of each type, in their order. */
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "String", List.of("'a'", "'b'", "'ba'"),
          "Numeric", List.of("-1.5", "0", "12345678901234567890"),
          "Boolean", List.of("false", "true", "true"),
          "Timestamp",
              List.of(
                  "'2026-01-01T00:00:00Z'",
                  "'2026-01-01T00:00:00.001Z'",
                  "'2026-01-01T00:00:00-01:00'"));

  private static ChoiceCondition read(String rule) throws InvalidExpression {
    return JsonPathFields.condition(Json.parse(quoted(rule)));
  }

  private static EvaluationContext with(JsonNode left, JsonNode right) {
    return data()
        .withInput(
            Json.object().<tools.jackson.databind.node.ObjectNode>set("a", left).set("b", right));
  }

  @Test
  void everyRelationHoldsOfEveryTypeAsItShould() throws InvalidExpression {
    for (var type : VALUES.entrySet()) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          relates(type.getKey(), type.getValue().get(i), type.getValue().get(j), i, j);
        }
      }
    }
  }

  private static void relates(String type, String left, String right, int i, int j)
      throws InvalidExpression {
    int order = type.equals("Boolean") ? Boolean.compare(i > 0, j > 0) : Integer.compare(i, j);
    EvaluationContext data = with(Json.parse(quoted(left)), Json.parse(quoted(right)));
    for (var relation : RELATIONS.entrySet()) {
      if (type.equals("Boolean") && !relation.getKey().equals("Equals")) {
        continue;
      }
      String operator = type + relation.getKey();
      boolean wanted = relation.getValue().test(order);
      assertThat(read("{'Variable':'$.a','" + operator + "':" + right + "}").test(data))
          .as("%s %s %s", left, operator, right)
          .isEqualTo(wanted);
      assertThat(read("{'Variable':'$.a','" + operator + "Path':'$.b'}").test(data))
          .as("%s %sPath %s", left, operator, right)
          .isEqualTo(wanted);
    }
  }

  @Test
  void valuesOfAnotherTypeAreInNoRelation() throws InvalidExpression {
    for (var type : VALUES.keySet()) {
      for (var other : List.of("null", "[]", "{}", "'x'", "1", "true")) {
        boolean own =
            switch (type) {
              case "String" -> other.equals("'x'");
              case "Numeric" -> other.equals("1");
              case "Boolean" -> other.equals("true");
              default -> false;
            };
        String right = VALUES.get(type).getFirst();
        EvaluationContext data = with(Json.parse(quoted(other)), Json.parse(quoted(right)));
        boolean any =
            RELATIONS.keySet().stream()
                .filter(r -> !type.equals("Boolean") || r.equals("Equals"))
                .anyMatch(r -> tested("{'Variable':'$.a','" + type + r + "Path':'$.b'}", data));
        if (!own) {
          assertThat(any).as("%s as %s", other, type).isFalse();
        }
      }
    }
  }

  private static boolean tested(String rule, EvaluationContext data) {
    try {
      return read(rule).test(data);
    } catch (InvalidExpression e) {
      throw new AssertionError(rule, e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IsNull      | x
          IsNumeric   | n f
          IsString    | s when
          IsBoolean   | t
          IsTimestamp | when
          IsPresent   | s n f t x l o when
          """)
  void aTypeIsAskedFor(String operator, String holds) throws InvalidExpression {
    List<String> fields = List.of(holds.strip().split(" "));
    for (String field : List.of("s", "n", "f", "t", "x", "l", "o", "when")) {
      String rule = "{'Variable':'$." + field + "','" + operator + "':%s}";
      boolean wanted = fields.contains(field);
      assertThat(read(rule.formatted("true")).test(data())).as(field).isEqualTo(wanted);
      assertThat(read(rule.formatted("false")).test(data())).as(field).isEqualTo(!wanted);
    }
  }

  @Test
  void onlyPresenceIsAskedOfWhatIsNotThere() throws InvalidExpression {
    assertThat(read("{'Variable':'$.none','IsPresent':false}").test(data())).isTrue();
    assertThat(read("{'Variable':'$unassigned','IsPresent':true}").test(data())).isFalse();
    for (String operator : List.of("'IsNull':true", "'StringEquals':'x'", "'StringMatches':'*'")) {
      ChoiceCondition rule = read("{'Variable':'$.none'," + operator + "}");
      assertThatThrownBy(() -> rule.test(data()))
          .isInstanceOf(StateFault.class)
          .hasMessageContaining("Invalid path '$.none'");
    }
    ChoiceCondition beside = read("{'Variable':'$.s','StringEqualsPath':'$.none'}");
    assertThatThrownBy(() -> beside.test(data())).isInstanceOf(StateFault.class);
  }

  @ParameterizedTest
  @CsvSource({
    "true,true,true,true",
    "true,false,false,true",
    "false,true,false,true",
    "false,false,false,false"
  })
  void rulesAreJoined(boolean left, boolean right, boolean and, boolean or)
      throws InvalidExpression {
    String one = "{'Variable':'$.n','IsNumeric':" + left + "}";
    String two = "{'Variable':'$.s','IsString':" + right + "}";
    assertThat(read("{'And':[" + one + "," + two + "]}").test(data())).isEqualTo(and);
    assertThat(read("{'Or':[" + one + "," + two + "]}").test(data())).isEqualTo(or);
    assertThat(read("{'Not':" + one + "}").test(data())).isEqualTo(!left);
  }

  @Test
  void namesAllVariablesItReads() throws InvalidExpression {
    ChoiceCondition rule =
        read(
            "{'And':[{'Variable':'$a','IsNull':true},{'Or':[{'Variable':'$b.c',"
                + "'NumericEqualsPath':'$d'}]},{'Not':{'Variable':'$e','StringMatches':'*'}}]}");
    assertThat(rule.references()).containsExactlyInAnyOrder("a", "b", "d", "e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "{}",
        "{'Variable':'$.a'}",
        "{'StringEquals':'x'}",
        "{'Variable':7,'StringEquals':'x'}",
        "{'Variable':'a','StringEquals':'x'}",
        "{'Variable':'$.a','StringEquals':'x','NumericEquals':1}",
        "{'Variable':'$.a','StringEquals':1}",
        "{'Variable':'$.a','NumericEquals':'1'}",
        "{'Variable':'$.a','BooleanEquals':'true'}",
        "{'Variable':'$.a','TimestampEquals':'yesterday'}",
        "{'Variable':'$.a','IsNull':'yes'}",
        "{'Variable':'$.a','IsOdd':true}",
        "{'Variable':'$.a','StringMatches':1}",
        "{'Variable':'$.a','StringEqualsPath':1}",
        "{'Variable':'$.a','StringEqualsPath':'x'}",
        "{'Variable':'$.a','StringLike':'x'}",
        "{'Variable':'$.a','Numeric':1}",
        "{'Variable':'$.a','Equals':1}",
        "{'And':[]}",
        "{'And':{}}",
        "{'And':{'a':{'Variable':'$.a','IsNull':true}}}",
        "{'Or':[7]}",
        "{'Not':[]}"
      })
  void refusesWhatIsNoRule(String rule) {
    assertThatThrownBy(() -> read(rule)).isInstanceOf(InvalidExpression.class);
  }

  @Test
  void rulesStandFiftyDeep() throws InvalidExpression {
    String rule = "{'Variable':'$.n','IsNumeric':true}";
    for (int i = 0; i < 50; i++) {
      rule = "{'Not':" + rule + "}";
    }
    assertThat(read(rule).test(data())).isTrue();
    String deeper = "{'Not':" + rule + "}";
    assertThatThrownBy(() -> read(deeper)).isInstanceOf(InvalidExpression.class);
  }
}
