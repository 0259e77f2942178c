package dev.heddle.localstack.aws.dynamodb.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key of a table or an index: what it is partitioned by and, if anything, sorted by. */
public record KeySchema(KeyAttribute hash, @Nullable KeyAttribute range) {

  /** One or two attributes. */
  public List<KeyAttribute> attributes() {
    return range == null ? List.of(hash) : List.of(hash, range);
  }

  /** Their names. */
  public List<String> names() {
    return attributes().stream().map(KeyAttribute::name).toList();
  }

  /** Whether the attribute is part of the key. */
  public boolean contains(String attribute) {
    return names().contains(attribute);
  }
}
