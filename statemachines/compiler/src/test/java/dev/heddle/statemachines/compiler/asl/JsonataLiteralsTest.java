package dev.heddle.statemachines.compiler.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import dev.heddle.statemachines.language.expression.CodePiece;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.expression.JsonataLiterals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a constant holds, it comes out of Step Functions as it went in. */
class JsonataLiteralsTest {
  private static final long SEED = Long.getLong("seed", 1);
  private static final int VALUES = Integer.getInteger("literals", 5_000);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> PARTS =
      List.of(
          "{%",
          "%}", "{% 1 %}", "\\", "\"", "'", "\n", "é", "🙂", "{{", "}}", "%", "$", "a b", "\u0000",
          "\u2028", "/*", "`");

  @ParameterizedTest
  @ValueSource(strings = {"{%%}", "{% 1 %}", "{% \" %}", "{%\n%}", "{% \\ %}", "{%}", "{% %} "})
  void textThatLooksLikeCodeStaysText(String text) {
    assertThat(asStepFunctionsReads(DynamicValueWriter.constant(JSON.valueToTree(text))))
        .isEqualTo(JSON.valueToTree(text));
  }

  @Test
  void constantsSurvive() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < VALUES; i++) {
      JsonNode value = json(random, 3);
      assertThat(asStepFunctionsReads(DynamicValueWriter.constant(value)))
          .as("seed %d: %s", SEED, value)
          .isEqualTo(value);
    }
  }

  @Test
  void constantsSurviveInsideCode() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < VALUES; i++) {
      JsonNode value = json(random, 3);
      String code = written(ValueCode.of(value(random, value)));
      assertThat(evaluated("{'r': " + code + "}").path("r"))
          .as("seed %d: %s", SEED, code)
          .isEqualTo(value);
    }
  }

  /** The value with some of its parts as expressions that give the same. */
  private static DynamicValue value(SplittableRandom random, JsonNode json) {
    if (random.nextInt(5) == 0) {
      return new JsonataBuilder()
          .text(written(ValueCode.of(new DynamicValue.Literal(json))))
          .build();
    }
    if (json.isArray()) {
      return new DynamicValue.Items(json.valueStream().map(item -> value(random, item)).toList());
    }
    if (json.isObject()) {
      Map<String, DynamicValue> fields = new LinkedHashMap<>();
      json.properties()
          .forEach(field -> fields.put(field.getKey(), value(random, field.getValue())));
      return new DynamicValue.Fields(fields);
    }
    return new DynamicValue.Literal(json);
  }

  private static String written(DynamicValue.Code code) {
    StringBuilder text = new StringBuilder();
    for (CodePiece piece : code.pieces()) {
      text.append(((CodePiece.Text) piece).text());
    }
    return text.toString();
  }

  private static JsonNode json(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.valueToTree(random.nextInt(2) == 0);
      case 2 -> JSON.valueToTree(random.nextInt(-50, 50));
      case 3, 4 -> JSON.valueToTree(text(random));
      case 5 -> list(random, depth);
      default -> object(random, depth);
    };
  }

  private static JsonNode list(SplittableRandom random, int depth) {
    List<JsonNode> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(json(random, depth - 1));
    }
    return JSON.valueToTree(items);
  }

  private static JsonNode object(SplittableRandom random, int depth) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put(text(random), json(random, depth - 1));
    }
    return JSON.valueToTree(fields);
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  private static JsonNode asStepFunctionsReads(JsonNode json) {
    if (json.isString() && JsonataLiterals.isCode(json.stringValue())) {
      String text = json.stringValue();
      return evaluated(text.substring(2, text.length() - 2));
    }
    if (json.isArray()) {
      return JSON.valueToTree(
          json.valueStream().map(JsonataLiteralsTest::asStepFunctionsReads).toList());
    }
    if (json.isObject()) {
      Map<String, JsonNode> fields = new LinkedHashMap<>();
      json.properties()
          .forEach(field -> fields.put(field.getKey(), asStepFunctionsReads(field.getValue())));
      return JSON.valueToTree(fields);
    }
    return json;
  }

  private static JsonNode evaluated(String code) {
    Jsonata jsonata = Jsonata.jsonata(code);
    jsonata.setValidateInput(false);
    return JSON.valueToTree(jsonata.evaluate(null));
  }
}
