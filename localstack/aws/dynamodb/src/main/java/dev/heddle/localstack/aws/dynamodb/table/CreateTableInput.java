package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.KeySchema;
import dev.heddle.localstack.aws.dynamodb.schema.ProvisionedThroughput;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request to make a table says. */
record CreateTableInput(
    String name,
    long created,
    KeySchema keys,
    List<SecondaryIndex> indexes,
    @Nullable ProvisionedThroughput throughput,
    @Nullable StreamSettings stream,
    boolean guarded,
    Map<String, String> tags) {

  static CreateTableInput read(InputStructure input, InstantSource clock) {
    String name = input.text("TableName");
    new RequestConstraints()
        .name("tableName", name)
        .present("attributeDefinitions", input.objects("AttributeDefinitions"))
        .enforce();
    boolean payPerRequest = ThroughputReader.payPerRequest(input, false);
    ProvisionedThroughput throughput = ThroughputReader.ofTable(input, payPerRequest);
    KeyDefinitions definitions = KeyDefinitions.of(input, Map.of());
    KeySchema keys = definitions.keys(input, "");
    List<SecondaryIndex> indexes =
        new IndexDefinitions(definitions, payPerRequest).all(input, keys);
    definitions.refuseUnused(!indexes.isEmpty());
    return new CreateTableInput(
        Objects.requireNonNull(name),
        clock.millis(),
        keys,
        indexes,
        throughput,
        StreamSpecificationReader.after(input, null, clock),
        input.flag("DeletionProtectionEnabled", false),
        TableTags.read(input));
  }

  /** The table of this definition with the id that it was given. */
  DynamoDbTable table(long id) {
    return new DynamoDbTable(
        id,
        name,
        created,
        keys,
        indexes.size(),
        indexes,
        throughput,
        stream,
        null,
        false,
        guarded,
        tags);
  }
}
