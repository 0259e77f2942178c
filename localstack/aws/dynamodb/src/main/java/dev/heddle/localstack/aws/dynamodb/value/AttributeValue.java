package dev.heddle.localstack.aws.dynamodb.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value of an attribute, one record per type of the service; immutable. */
public sealed interface AttributeValue {

  /** The type's name on the wire. */
  String type();

  /** A string. */
  record S(String value) implements AttributeValue {
    @Override
    public String type() {
      return "S";
    }
  }

  /** A number without trailing zeros, see {@link DynamoDbNumbers}. */
  record N(BigDecimal value) implements AttributeValue {
    @Override
    public String type() {
      return "N";
    }
  }

  /** Binary data. */
  record B(BinaryValue value) implements AttributeValue {
    @Override
    public String type() {
      return "B";
    }
  }

  /** A truth value. */
  record Bool(boolean value) implements AttributeValue {
    @Override
    public String type() {
      return "BOOL";
    }
  }

  /** The null value, which is there, unlike a missing attribute. */
  record Null() implements AttributeValue {
    @Override
    public String type() {
      return "NULL";
    }
  }

  /** A list. */
  record L(List<AttributeValue> values) implements AttributeValue {
    @Override
    public String type() {
      return "L";
    }
  }

  /** A map. */
  record M(Map<String, AttributeValue> values) implements AttributeValue {
    @Override
    public String type() {
      return "M";
    }
  }

  /** A set of strings. */
  record Ss(Set<String> values) implements AttributeValue {
    @Override
    public String type() {
      return "SS";
    }
  }

  /** A set of numbers. */
  record Ns(Set<BigDecimal> values) implements AttributeValue {
    @Override
    public String type() {
      return "NS";
    }
  }

  /** A set of binary data. */
  record Bs(Set<BinaryValue> values) implements AttributeValue {
    @Override
    public String type() {
      return "BS";
    }
  }
}
