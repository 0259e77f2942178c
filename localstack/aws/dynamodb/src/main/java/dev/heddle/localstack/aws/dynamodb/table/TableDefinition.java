package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Keys;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.schema.Throughput;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request to make a table says. */
record TableDefinition(
    String name,
    long created,
    Keys keys,
    List<Index> indexes,
    @Nullable Throughput throughput,
    @Nullable StreamSettings stream,
    boolean guarded,
    Map<String, String> tags) {

  static TableDefinition read(Input input, InstantSource clock) {
    String name = input.text("TableName");
    new Constraints()
        .name("tableName", name)
        .present("attributeDefinitions", input.objects("AttributeDefinitions"))
        .enforce();
    boolean payPerRequest = Throughputs.payPerRequest(input, false);
    Throughput throughput = Throughputs.ofTable(input, payPerRequest);
    KeyDefinitions definitions = KeyDefinitions.of(input, Map.of());
    Keys keys = definitions.keys(input, "");
    List<Index> indexes = new IndexDefinitions(definitions, payPerRequest).all(input, keys);
    definitions.refuseUnused(!indexes.isEmpty());
    return new TableDefinition(
        Objects.requireNonNull(name),
        clock.millis(),
        keys,
        indexes,
        throughput,
        Streaming.after(input, null, clock),
        input.flag("DeletionProtectionEnabled", false),
        Tags.read(input));
  }

  /** The table of this definition with the id that it was given. */
  Table table(long id) {
    return new Table(
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
