package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Index.ProjectionType;
import dev.heddle.localstack.aws.dynamodb.schema.Index.Status;
import dev.heddle.localstack.aws.dynamodb.schema.Keys;
import dev.heddle.localstack.aws.dynamodb.schema.Throughput;
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
  List<Index> all(Input input, Keys tableKeys) {
    List<Index> indexes = new ArrayList<>();
    List<Input> local = given(input, "LocalSecondaryIndexes", LOCAL);
    for (Input index : local) {
      indexes.add(local(index, tableKeys, indexes.size()));
    }
    for (Input index : given(input, "GlobalSecondaryIndexes", GLOBAL)) {
      indexes.add(global(index, indexes.size(), Status.ACTIVE));
    }
    checkNames(indexes);
    return indexes;
  }

  private static List<Input> given(Input input, String member, int most) {
    List<Input> indexes = input.objects(member);
    if (indexes == null) {
      return List.of();
    }
    if (indexes.isEmpty()) {
      throw Faults.invalid("List of " + member + " is empty");
    }
    if (indexes.size() > most) {
      throw Faults.invalid("Number of " + member + " exceeds per-table limit of " + most);
    }
    return indexes;
  }

  /** Reads one global index. */
  Index global(Input input, int id, Status status) {
    Keys keys = keys(input, "globalSecondaryIndexes.member.");
    Throughput throughput = throughput(input);
    return index(input, id, true, keys, throughput, status);
  }

  private Index local(Input input, Keys tableKeys, int id) {
    if (tableKeys.range() == null) {
      throw Faults.invalid(
          "Table KeySchema does not have a range key, which is required when specifying a"
              + " LocalSecondaryIndex");
    }
    Keys keys = keys(input, "localSecondaryIndexes.member.");
    String name = input.text("IndexName");
    if (keys.range() == null) {
      throw Faults.invalid("Index KeySchema does not have a range key for index: " + name);
    }
    if (!keys.hash().equals(tableKeys.hash())) {
      throw Faults.invalid(
          "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
              + name
              + ". index hash key: "
              + keys.hash().name()
              + ", table hash key: "
              + tableKeys.hash().name());
    }
    return index(input, id, false, keys, null, Status.ACTIVE);
  }

  private Keys keys(Input input, String path) {
    new Constraints()
        .name(path + "indexName", input.text("IndexName"))
        .present(path + "projection", input.object("Projection"))
        .enforce();
    return definitions.keys(input, path);
  }

  private static Index index(
      Input input,
      int id,
      boolean global,
      Keys keys,
      @Nullable Throughput throughput,
      Status status) {
    Input projection = Objects.requireNonNull(input.object("Projection"));
    String type = projection.text("ProjectionType");
    List<String> included = projection.texts("NonKeyAttributes");
    checkProjection(type, included);
    return new Index(
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
    new Constraints()
        .oneOf(path + "projectionType", type, "ALL", "INCLUDE", "KEYS_ONLY")
        .size(path + "nonKeyAttributes", included, 1, INCLUDED)
        .enforce();
    if (type == null) {
      throw Faults.invalid("Unknown ProjectionType: null");
    }
    boolean includes = type.equals("INCLUDE");
    if (included != null && !includes) {
      throw Faults.invalid("ProjectionType is " + type + ", but NonKeyAttributes is specified");
    }
    if (included == null && includes) {
      throw Faults.invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    }
  }

  private @Nullable Throughput throughput(Input input) {
    Throughput throughput = Throughputs.read(input);
    if (payPerRequest && throughput != null) {
      throw Faults.invalid(
          "ProvisionedThroughput should not be specified for index: "
              + input.text("IndexName")
              + " when BillingMode is PAY_PER_REQUEST");
    }
    if (!payPerRequest && throughput == null) {
      throw Faults.invalid(
          "ProvisionedThroughput is not specified for index: " + input.text("IndexName"));
    }
    return throughput;
  }

  private static void checkNames(List<Index> indexes) {
    Set<String> names = new HashSet<>();
    for (Index index : indexes) {
      if (!names.add(index.name())) {
        throw Faults.invalid("Duplicate index name: " + index.name());
      }
    }
  }
}
