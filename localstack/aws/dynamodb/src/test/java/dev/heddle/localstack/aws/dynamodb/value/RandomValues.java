package dev.heddle.localstack.aws.dynamodb.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Makes random values of every type, the same for the same seed. */
public final class RandomValues {
  private static final String[] TEXTS = {"", "a", "ab", "b", "żółć", "\uD83E\uDDF5", "\u0000", "z"};

  private final Random random;

  public RandomValues(Random random) {
    this.random = random;
  }

  public DynamoDbItem item(int attributes) {
    return new DynamoDbItem(map(attributes, 3));
  }

  public AttributeValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 8)) {
      case 0 -> new AttributeValue.S(text());
      case 1 -> new AttributeValue.N(number());
      case 2 -> new AttributeValue.B(bytes());
      case 3 -> new AttributeValue.Bool(random.nextBoolean());
      case 4 -> new AttributeValue.Null();
      case 5 -> new AttributeValue.Ss(set(this::text));
      case 6 -> new AttributeValue.Ns(set(this::number));
      case 7 -> new AttributeValue.Bs(set(this::bytes));
      case 8 -> new AttributeValue.L(list(depth));
      default -> new AttributeValue.M(map(random.nextInt(4), depth));
    };
  }

  public String text() {
    String one = TEXTS[random.nextInt(TEXTS.length)];
    return random.nextBoolean() ? one : one + TEXTS[random.nextInt(TEXTS.length)];
  }

  public BigDecimal number() {
    long unscaled = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(20) - 10;
    return DynamoDbNumbers.checked(BigDecimal.valueOf(unscaled, random.nextInt(40) - 20));
  }

  public BinaryValue bytes() {
    byte[] array = new byte[random.nextInt(random.nextInt(20) == 0 ? 300 : 4)];
    random.nextBytes(array);
    return new BinaryValue(array);
  }

  private List<AttributeValue> list(int depth) {
    List<AttributeValue> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(value(depth - 1));
    }
    return values;
  }

  private Map<String, AttributeValue> map(int size, int depth) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      values.put("k" + random.nextInt(6), value(depth - 1));
    }
    return values;
  }

  private <T extends Comparable<T>> TreeSet<T> set(Supplier<T> element) {
    TreeSet<T> values = new TreeSet<>(List.of(element.get()));
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(element.get());
    }
    return values;
  }
}
