package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** TagResource, UntagResource and ListTagsOfResource. */
public final class TableTags {
  private static final int TAGS = 50;

  private final DynamoDbStore store;

  /** The tags of the store's tables. */
  public TableTags(DynamoDbStore store) {
    this.store = store;
  }

  /** Sets tags. */
  public ObjectNode tag(InputStructure input) {
    new RequestConstraints().present("tags", input.objects("Tags")).enforce();
    Map<String, String> more = read(input);
    change(input, tags -> tags.putAll(more));
    return JsonNodeFactory.instance.objectNode();
  }

  /** Removes tags. */
  public ObjectNode untag(InputStructure input) {
    List<String> keys = input.texts("TagKeys");
    new RequestConstraints().present("tagKeys", keys).enforce();
    change(input, tags -> tags.keySet().removeAll(Objects.requireNonNull(keys)));
    return JsonNodeFactory.instance.objectNode();
  }

  /** Lists tags, all on one page. */
  public ObjectNode list(InputStructure input) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode tags = answer.putArray("Tags");
    new TreeMap<>(table(input).tags())
        .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
    return answer;
  }

  private interface Change {
    void apply(Map<String, String> tags);
  }

  private void change(InputStructure input, Change change) {
    store
        .catalog()
        .change(
            table(input),
            table -> {
              Map<String, String> tags = new HashMap<>(table.tags());
              change.apply(tags);
              checkCount(tags);
              return table.toBuilder().tags(tags).build();
            });
  }

  private DynamoDbTable table(InputStructure input) {
    String arn = input.text("ResourceArn");
    new RequestConstraints()
        .present("resourceArn", arn)
        .length("resourceArn", arn, 1, 1_283)
        .enforce();
    @Nullable DynamoDbTable table = store.catalog().find(Objects.requireNonNull(arn));
    if (table == null || !arn.startsWith("arn:")) {
      throw DynamoDbFaults.notFound(
          "Requested resource not found: ResourcArn: " + arn + " not found");
    }
    return table;
  }

  /** The tags of a request, none if it has none. */
  static Map<String, String> read(InputStructure input) {
    List<InputStructure> given = input.objects("Tags");
    Map<String, String> tags = new HashMap<>();
    for (InputStructure tag : given == null ? List.<InputStructure>of() : given) {
      String key = tag.text("Key");
      String value = tag.text("Value");
      new RequestConstraints()
          .present("tags.member.key", key)
          .length("tags.member.key", key, 1, 128)
          .present("tags.member.value", value)
          .length("tags.member.value", value, 0, 256)
          .enforce();
      tags.put(Objects.requireNonNull(key), Objects.requireNonNull(value));
    }
    checkCount(tags);
    return tags;
  }

  private static void checkCount(Map<String, String> tags) {
    if (tags.size() > TAGS) {
      throw new AwsFault(
          "LimitExceededException", "A table has at most " + TAGS + " tags, not " + tags.size());
    }
  }
}
