package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.ExpectedType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a Map state. */
record MapStateReader(
    BranchReader branches,
    DefinitionObject source,
    String name,
    QueryLanguage machine,
    QueryLanguage dialect) {
  private static final Set<String> OWN =
      Set.of("ItemProcessor", "Iterator", "MaxConcurrency", "ItemSelector");

  StateDefinition read(StateReader state) {
    state.fields(
        "Map", Set.of("Next", "End"), Set.of("Retry", "Catch"), OWN, DistributedMapReader.FIELDS);
    JsonNode processor = source.get("ItemProcessor");
    String field = processor == null ? "Iterator" : "ItemProcessor";
    JsonNode body = processor == null ? source.get("Iterator") : processor;
    if (body == null) {
      source.problem("These fields are required: [ItemProcessor]", "");
    }
    DefinitionObject inner = source.inner(body == null ? source.node() : body, field);
    Branch branch = body == null ? new Branch("", Map.of()) : read(inner);
    return new StateDefinition.MapState(
        name,
        dialect.flow(source, "Map"),
        dialect.items(source),
        dialect.selector(source),
        dialect.value(source, "MaxConcurrency", ExpectedType.NUMBER),
        branch,
        distribution(inner),
        state.recovery(),
        state.next());
  }

  private Branch read(DefinitionObject inner) {
    return branches.read(inner, machine);
  }

  private @Nullable DistributedMap distribution(DefinitionObject processor) {
    JsonNode given = processor.get("ProcessorConfig");
    DefinitionObject config =
        processor.inner(given == null ? Json.object() : given, "ProcessorConfig");
    if (!"DISTRIBUTED".equals(config.string("Mode"))) {
      return null;
    }
    if (branches.express()) {
      config.problem(
          "Express state machine does not support Map states in distributed mode", "Mode");
    }
    boolean express = "EXPRESS".equals(config.string("ExecutionType"));
    return new DistributedMapReader(source, dialect, express).read();
  }
}
