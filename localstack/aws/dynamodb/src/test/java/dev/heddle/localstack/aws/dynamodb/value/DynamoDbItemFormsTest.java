package dev.heddle.localstack.aws.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any item is the same after a way through its bytes or its JSON. */
class DynamoDbItemFormsTest {
  private static final int CASES = 20_000;

  private final RandomValues values = new RandomValues(new Random(19_840_101));

  @Test
  void bytesAreReadBack() {
    for (int i = 0; i < CASES; i++) {
      DynamoDbItem item = values.item(i % 7);
      assertThat(ItemDecoder.item(ItemEncoder.of(item))).isEqualTo(item);
    }
  }

  @Test
  void jsonIsReadBack() {
    for (int i = 0; i < CASES; i++) {
      DynamoDbItem item = values.item(i % 7);
      byte[] json = JsonProtocol.JSON.writeValueAsBytes(AttributeValueWriter.json(item));
      InputStructure input = new InputStructure(JsonProtocol.JSON.readTree(json));
      assertThat(AttributeValueReader.item(input)).isEqualTo(item);
    }
  }

  @Test
  void textsAreOrderedAsTheirBytes() {
    for (int i = 0; i < CASES; i++) {
      String one = values.text();
      String other = values.text();
      int bytes =
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
      assertThat(Integer.signum(ValueOrder.compare(one, other))).isEqualTo(Integer.signum(bytes));
      assertThat(ItemSizes.utf8(one)).isEqualTo(one.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void sizesAreCountedAsDocumented() {
    assertThat(size(new AttributeValue.S("żó"))).isEqualTo(1 + 4);
    assertThat(size(new AttributeValue.N(DynamoDbNumbers.parse("-123.45")))).isEqualTo(1 + 5);
    assertThat(size(new AttributeValue.N(DynamoDbNumbers.parse("0")))).isEqualTo(1 + 2);
    assertThat(size(new AttributeValue.Null())).isEqualTo(1 + 1);
    assertThat(size(new AttributeValue.M(Map.of("k", new AttributeValue.S("v")))))
        .isEqualTo(1 + 3 + 1 + 1 + 1);
  }

  private static int size(AttributeValue value) {
    return new DynamoDbItem(Map.of("a", value)).size();
  }
}
