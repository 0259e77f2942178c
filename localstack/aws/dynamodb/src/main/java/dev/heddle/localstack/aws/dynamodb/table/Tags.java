package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.Store;
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
public final class Tags {
  private static final int TAGS = 50;

  private final Store store;

  /** The tags of the store's tables. */
  public Tags(Store store) {
    this.store = store;
  }

  /** Sets tags. */
  public ObjectNode tag(Input input) {
    new Constraints().present("tags", input.objects("Tags")).enforce();
    Map<String, String> more = read(input);
    change(input, tags -> tags.putAll(more));
    return JsonNodeFactory.instance.objectNode();
  }

  /** Removes tags. */
  public ObjectNode untag(Input input) {
    List<String> keys = input.texts("TagKeys");
    new Constraints().present("tagKeys", keys).enforce();
    change(input, tags -> tags.keySet().removeAll(Objects.requireNonNull(keys)));
    return JsonNodeFactory.instance.objectNode();
  }

  /** Lists tags, all on one page. */
  public ObjectNode list(Input input) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode tags = answer.putArray("Tags");
    new TreeMap<>(table(input).tags())
        .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
    return answer;
  }

  private interface Change {
    void apply(Map<String, String> tags);
  }

  private void change(Input input, Change change) {
    store
        .catalog()
        .change(
            table(input),
            table -> {
              Map<String, String> tags = new HashMap<>(table.tags());
              change.apply(tags);
              checkCount(tags);
              return table.change().tags(tags).made();
            });
  }

  private Table table(Input input) {
    String arn = input.text("ResourceArn");
    new Constraints().present("resourceArn", arn).length("resourceArn", arn, 1, 1_283).enforce();
    @Nullable Table table = store.catalog().find(Objects.requireNonNull(arn));
    if (table == null || !arn.startsWith("arn:")) {
      throw Faults.notFound("Requested resource not found: ResourcArn: " + arn + " not found");
    }
    return table;
  }

  /** The tags of a request, none if it has none. */
  static Map<String, String> read(Input input) {
    List<Input> given = input.objects("Tags");
    Map<String, String> tags = new HashMap<>();
    for (Input tag : given == null ? List.<Input>of() : given) {
      String key = tag.text("Key");
      String value = tag.text("Value");
      new Constraints()
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
