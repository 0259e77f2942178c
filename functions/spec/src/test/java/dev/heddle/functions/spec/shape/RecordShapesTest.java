package dev.heddle.functions.spec.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.fault.Problem.FieldError;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RecordShapesTest {

  enum Color {
    RED,
    @VariantName(value = "sea-green", title = "Green like the sea")
    GREEN
  }

  sealed interface Auth {
    record None() implements Auth {}

    @VariantName(title = "A header")
    record Header(@FormField(min = 1, max = 10) String name) implements Auth {}
  }

  record Sample(
      @FormField(min = 2, max = 5, pattern = "[a-z]+") String word,
      @Nullable @FormField(min = 1, max = 9) Integer count,
      @Nullable Color color,
      @Nullable Auth auth,
      @Nullable @FormField(max = 2) List<String> items,
      @Nullable Map<String, Double> weights,
      @FormField(fallback = "true") boolean flag,
      @Nullable JsonNode free) {}

  private static final Shape.Fields SHAPE = RecordShapes.of(Sample.class);

  @Test
  void namesAreWords() {
    record Named(String maxTokensPerCall) {}

    assertThat(RecordShapes.of(Named.class).fields().getFirst().title())
        .isEqualTo("Max tokens per call");
  }

  @Test
  void onlyWhatIsNotNullableAndHasNoFallbackIsRequired() {
    assertThat(SHAPE.fields().stream().filter(Shape.Field::required).map(Shape.Field::name))
        .containsExactly("word");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | word: Required",
        "{'word':5} | word: Must be text",
        "{'word':'a'} | word: Must be at least 2 characters",
        "{'word':'abcdef'} | word: Must be at most 5 characters",
        "{'word':'AB'} | word: Must match the pattern [a-z]+",
        "{'word':'ab','count':1.5} | count: Must be a whole number",
        "{'word':'ab','count':10} | count: Must be between 1 and 9",
        "{'word':'ab','count':1e400} | count: Must be between 1 and 9",
        "{'word':'ab','color':'green'} | color: Must be one of RED, sea-green",
        "{'word':'ab','auth':{'kind':'other'}} | auth.kind: Must be one of none, header",
        "{'word':'ab','auth':'none'} | auth.kind: Must be one of none, header",
        "{'word':'ab','auth':{'kind':'header','name':''}} | auth.name: Required",
        "{'word':'ab','auth':{'kind':'none','x':1}} | auth.x: Unknown field",
        "{'word':'ab','items':['a','b','c']} | items: Must have at most 2 items",
        "{'word':'ab','items':['a',2]} | items[1]: Must be text",
        "{'word':'ab','weights':{'a':'x'}} | weights.a: Must be a number",
        "{'word':'ab','flag':'true'} | flag: Must be true or false",
        "{'word':'ab','wrod':1} | wrod: Unknown field"
      })
  void saysWhatIsWrongAndWhere(String json, String expected) {
    assertThat(ShapeValidator.of(SHAPE, json(json)))
        .extracting(error -> error.field() + ": " + error.message())
        .containsExactly(expected);
  }

  @Test
  void acceptsWhatItsRecordBinds() {
    JsonNode json =
        json(
            "{'word':'abc','count':3,'color':'sea-green','auth':{'kind':'header','name':'x'},"
                + "'items':['a'],'weights':{'a':1.5},'flag':false,'free':[null]}");

    assertThat(ShapeValidator.of(SHAPE, json)).isEmpty();
    Sample sample = WireJson.MAPPER.treeToValue(json, Sample.class);
    assertThat(sample.color()).isEqualTo(Color.GREEN);
    assertThat(sample.auth()).isEqualTo(new Auth.Header("x"));
    assertThat((JsonNode) WireJson.MAPPER.valueToTree(sample)).isEqualTo(json);
  }

  @Test
  void allErrorsComeAtOnceButNeverMoreThanAReaderCanTake() {
    assertThat(ShapeValidator.of(SHAPE, json("{'count':'x','color':1,'extra':1}")))
        .extracting(FieldError::field)
        .containsExactly("word", "count", "color", "extra");

    ObjectNode flood = WireJson.MAPPER.createObjectNode();
    for (int i = 0; i < 5_000; i++) {
      flood.put("f" + i, i);
    }
    assertThat(ShapeValidator.of(SHAPE, flood)).hasSize(50);
  }

  @Test
  void whateverPassesTheCheckBinds() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      JsonNode value = object(random);
      if (ShapeValidator.of(SHAPE, value).isEmpty()) {
        assertThat(WireJson.MAPPER.treeToValue(ShapeDefaults.in(SHAPE, value), Sample.class))
            .as("seed " + seed)
            .isNotNull();
      }
    }
  }

  private static ObjectNode object(Random random) {
    ObjectNode object = WireJson.MAPPER.createObjectNode();
    object.put("word", "abc".substring(random.nextInt(2)));
    for (Shape.Field field : SHAPE.fields()) {
      if (random.nextInt(3) == 0) {
        object.set(field.name(), value(random, 2));
      }
    }
    return object;
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 8)) {
      case 0 -> WireJson.MAPPER.valueToTree(random.nextInt(12));
      case 1 -> WireJson.MAPPER.valueToTree(random.nextDouble() * 10);
      case 2 ->
          WireJson.MAPPER.valueToTree(List.of("RED", "sea-green", "ab", "").get(random.nextInt(4)));
      case 3 -> WireJson.MAPPER.valueToTree(random.nextBoolean());
      case 4 -> json("null");
      case 5 -> json("{'kind':'" + List.of("none", "header").get(random.nextInt(2)) + "'}");
      case 6 -> list(random, depth);
      default -> WireJson.MAPPER.createObjectNode().set("name", value(random, depth - 1));
    };
  }

  private static ArrayNode list(Random random, int depth) {
    ArrayNode list = WireJson.MAPPER.createArrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(random, depth - 1));
    }
    return list;
  }

  private static JsonNode json(String text) {
    return WireJson.MAPPER.readTree(text.replace('\'', '"'));
  }
}
