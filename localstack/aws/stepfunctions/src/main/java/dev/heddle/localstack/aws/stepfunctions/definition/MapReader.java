package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.Expected;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a Map state. */
record MapReader(
    BranchReader branches, Source source, String name, Dialect machine, Dialect dialect) {
  private static final Set<String> OWN =
      Set.of("ItemProcessor", "Iterator", "MaxConcurrency", "ItemSelector");

  State read(StateReader state) {
    state.fields(
        "Map", Set.of("Next", "End"), Set.of("Retry", "Catch"), OWN, DistributionReader.FIELDS);
    JsonNode processor = source.get("ItemProcessor");
    String field = processor == null ? "Iterator" : "ItemProcessor";
    JsonNode body = processor == null ? source.get("Iterator") : processor;
    if (body == null) {
      source.problem("These fields are required: [ItemProcessor]", "");
    }
    Source inner = source.inner(body == null ? source.node() : body, field);
    Branch branch = body == null ? new Branch("", Map.of()) : read(inner);
    return new State.ForEach(
        name,
        dialect.flow(source, "Map"),
        dialect.items(source),
        dialect.selector(source),
        dialect.value(source, "MaxConcurrency", Expected.NUMBER),
        branch,
        distribution(inner),
        state.recovery(),
        state.next());
  }

  private Branch read(Source inner) {
    return branches.read(inner, machine);
  }

  private @Nullable Distribution distribution(Source processor) {
    JsonNode given = processor.get("ProcessorConfig");
    Source config = processor.inner(given == null ? Json.object() : given, "ProcessorConfig");
    if (!"DISTRIBUTED".equals(config.string("Mode"))) {
      return null;
    }
    if (branches.express()) {
      config.problem(
          "Express state machine does not support Map states in distributed mode", "Mode");
    }
    boolean express = "EXPRESS".equals(config.string("ExecutionType"));
    return new DistributionReader(source, dialect, express).read();
  }
}
