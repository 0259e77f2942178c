package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.KeySchema;
import dev.heddle.localstack.aws.dynamodb.schema.ProvisionedThroughput;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex.ProjectionType;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the definitions of indexes. */
final class IndexDefinitions {
  private static final int LOCAL = 5;
  private static final int GLOBAL = 20;
  private static final int INCLUDED = 100;

  private final KeyDefinitions definitions;
  private final boolean payPerRequest;

  IndexDefinitions(KeyDefinitions definitions, boolean payPerRequest) {
    this.definitions = definitions;
    this.payPerRequest = payPerRequest;
  }

  /** Reads the indexes of a table that is made. */
  List<SecondaryIndex> all(InputStructure input, KeySchema tableKeys) {
    List<SecondaryIndex> indexes = new ArrayList<>();
    List<InputStructure> local = given(input, "LocalSecondaryIndexes", LOCAL);
    for (InputStructure index : local) {
      indexes.add(local(index, tableKeys, indexes.size()));
    }
    for (InputStructure index : given(input, "GlobalSecondaryIndexes", GLOBAL)) {
      indexes.add(global(index, indexes.size(), Status.ACTIVE));
    }
    checkNames(indexes);
    return indexes;
  }

  private static List<InputStructure> given(InputStructure input, String member, int most) {
    List<InputStructure> indexes = input.objects(member);
    if (indexes == null) {
      return List.of();
    }
    if (indexes.isEmpty()) {
      throw DynamoDbFaults.invalid("List of " + member + " is empty");
    }
    if (indexes.size() > most) {
      throw DynamoDbFaults.invalid("Number of " + member + " exceeds per-table limit of " + most);
    }
    return indexes;
  }

  /** Reads one global index. */
  SecondaryIndex global(InputStructure input, int id, Status status) {
    KeySchema keys = keys(input, "globalSecondaryIndexes.member.");
    ProvisionedThroughput throughput = throughput(input);
    return index(input, id, true, keys, throughput, status);
  }

  private SecondaryIndex local(InputStructure input, KeySchema tableKeys, int id) {
    if (tableKeys.range() == null) {
      throw DynamoDbFaults.invalid(
          "Table KeySchema does not have a range key, which is required when specifying a"
              + " LocalSecondaryIndex");
    }
    KeySchema keys = keys(input, "localSecondaryIndexes.member.");
    String name = input.text("IndexName");
    if (keys.range() == null) {
      throw DynamoDbFaults.invalid("Index KeySchema does not have a range key for index: " + name);
    }
    if (!keys.hash().equals(tableKeys.hash())) {
      throw DynamoDbFaults.invalid(
          "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
              + name
              + ". index hash key: "
              + keys.hash().name()
              + ", table hash key: "
              + tableKeys.hash().name());
    }
    return index(input, id, false, keys, null, Status.ACTIVE);
  }

  private KeySchema keys(InputStructure input, String path) {
    new RequestConstraints()
        .name(path + "indexName", input.text("IndexName"))
        .present(path + "projection", input.object("Projection"))
        .enforce();
    return definitions.keys(input, path);
  }

  private static SecondaryIndex index(
      InputStructure input,
      int id,
      boolean global,
      KeySchema keys,
      @Nullable ProvisionedThroughput throughput,
      Status status) {
    InputStructure projection = Objects.requireNonNull(input.object("Projection"));
    String type = projection.text("ProjectionType");
    List<String> included = projection.texts("NonKeyAttributes");
    checkProjection(type, included);
    return new SecondaryIndex(
        id,
        Objects.requireNonNull(input.text("IndexName")),
        global,
        keys,
        ProjectionType.valueOf(Objects.requireNonNull(type)),
        included == null ? List.of() : included,
        throughput,
        status);
  }

  private static void checkProjection(@Nullable String type, @Nullable List<String> included) {
    String path = "projection.";
    new RequestConstraints()
        .oneOf(path + "projectionType", type, "ALL", "INCLUDE", "KEYS_ONLY")
        .size(path + "nonKeyAttributes", included, 1, INCLUDED)
        .enforce();
    if (type == null) {
      throw DynamoDbFaults.invalid("Unknown ProjectionType: null");
    }
    boolean includes = type.equals("INCLUDE");
    if (included != null && !includes) {
      throw DynamoDbFaults.invalid(
          "ProjectionType is " + type + ", but NonKeyAttributes is specified");
    }
    if (included == null && includes) {
      throw DynamoDbFaults.invalid(
          "ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    }
  }

  private @Nullable ProvisionedThroughput throughput(InputStructure input) {
    ProvisionedThroughput throughput = ThroughputReader.read(input);
    if (payPerRequest && throughput != null) {
      throw DynamoDbFaults.invalid(
          "ProvisionedThroughput should not be specified for index: "
              + input.text("IndexName")
              + " when BillingMode is PAY_PER_REQUEST");
    }
    if (!payPerRequest && throughput == null) {
      throw DynamoDbFaults.invalid(
          "ProvisionedThroughput is not specified for index: " + input.text("IndexName"));
    }
    return throughput;
  }

  private static void checkNames(List<SecondaryIndex> indexes) {
    Set<String> names = new HashSet<>();
    for (SecondaryIndex index : indexes) {
      if (!names.add(index.name())) {
        throw DynamoDbFaults.invalid("Duplicate index name: " + index.name());
      }
    }
  }
}
