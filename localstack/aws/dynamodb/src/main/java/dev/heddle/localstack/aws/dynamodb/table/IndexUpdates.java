package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.schema.TableBuilder;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The global indexes that an update of a table makes, deletes and resizes. */
final class IndexUpdates {
  private static final int GLOBAL = 20;
  private static final List<String> KINDS = List.of("Create", "Delete", "Update");

  private final DynamoDbTable table;
  private final TableBuilder change;
  private final boolean payPerRequest;
  private final IndexDefinitions definitions;
  private final Set<String> seen = new HashSet<>();

  IndexUpdates(
      DynamoDbTable table, TableBuilder change, InputStructure input, boolean payPerRequest) {
    this.table = table;
    this.change = change;
    this.payPerRequest = payPerRequest;
    this.definitions = new IndexDefinitions(KeyDefinitions.of(input, known(table)), payPerRequest);
  }

  private static Map<String, String> known(DynamoDbTable table) {
    Map<String, String> types = new HashMap<>();
    List<KeyAttribute> attributes = new ArrayList<>(table.keys().attributes());
    table.indexes().forEach(index -> attributes.addAll(index.keys().attributes()));
    attributes.forEach(attribute -> types.put(attribute.name(), attribute.type()));
    return types;
  }

  void apply(List<InputStructure> updates) {
    if (updates.stream().filter(update -> !update.has("Update")).count() > 1) {
      throw new AwsFault(
          "LimitExceededException",
          "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously"
              + " per table");
    }
    updates.forEach(this::apply);
  }

  private void apply(InputStructure update) {
    List<String> kinds = KINDS.stream().filter(update::has).toList();
    InputStructure given = kinds.size() == 1 ? update.object(kinds.getFirst()) : null;
    if (given == null) {
      throw DynamoDbFaults.invalid(
          "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
              + " GlobalSecondaryIndexUpdate.Delete must not be null");
    }
    switch (kinds.getFirst()) {
      case "Create" -> create(given);
      case "Delete" -> change.remove(existing(given));
      default ->
          change.replace(existing(given).with(ThroughputReader.ofTable(given, payPerRequest)));
    }
  }

  private void create(InputStructure given) {
    SecondaryIndex index =
        definitions.global(given, table.nextIndex(), SecondaryIndex.Status.CREATING);
    checkOnce(index.name());
    if (table.index(index.name()).isPresent()) {
      throw DynamoDbFaults.validation(
          "Attempting to create an index which already exists: " + index.name());
    }
    if (table.indexes().stream().filter(SecondaryIndex::global).count() >= GLOBAL) {
      throw DynamoDbFaults.invalid(
          "GlobalSecondaryIndex count exceeds the per-table limit of " + GLOBAL);
    }
    change.add(index);
  }

  private SecondaryIndex existing(InputStructure given) {
    String name = given.text("IndexName");
    new RequestConstraints().name("globalSecondaryIndexUpdates.member.indexName", name).enforce();
    checkOnce(String.valueOf(name));
    return table
        .index(String.valueOf(name))
        .filter(SecondaryIndex::global)
        .orElseThrow(
            () ->
                DynamoDbFaults.notFound(
                    "Requested resource not found: Index: " + name + " not found"));
  }

  private void checkOnce(String name) {
    if (!seen.add(name)) {
      throw DynamoDbFaults.invalid(
          "Only one global secondary index update per index is allowed simultaneously.");
    }
  }
}
