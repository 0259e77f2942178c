package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.Expected;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a Map state. */
record MapReader(
    BranchReader branches, Source source, String name, Dialect machine, Dialect dialect) {
  private static final Set<String> OWN =
      Set.of("ItemProcessor", "Iterator", "MaxConcurrency", "ItemSelector");

  State read(StateReader state) {
    state.fields("Map", Set.of("Next", "End"), Set.of("Retry", "Catch"), OWN);
    JsonNode processor = source.get("ItemProcessor");
    String field = processor == null ? "Iterator" : "ItemProcessor";
    JsonNode body = processor == null ? source.get("Iterator") : processor;
    if (body == null) {
      source.problem("These fields are required: [ItemProcessor]", "");
    }
    Source inner = source.inner(body == null ? source.node() : body, field);
    boolean distributed = distributed(inner);
    Branch branch = body == null ? new Branch("", java.util.Map.of()) : read(inner);
    return new State.ForEach(
        name,
        dialect.flow(source, "Map"),
        dialect.items(source),
        dialect.selector(source),
        dialect.value(source, "MaxConcurrency", Expected.NUMBER),
        branch,
        distributed,
        state.recovery(),
        state.next());
  }

  private Branch read(Source inner) {
    return branches.read(inner, machine);
  }

  private boolean distributed(Source processor) {
    JsonNode config = processor.get("ProcessorConfig");
    String mode = config == null ? null : processor.inner(config, "ProcessorConfig").string("Mode");
    boolean distributed = "DISTRIBUTED".equals(mode);
    if (distributed && branches.express()) {
      processor.problem(
          "Express state machine does not support Map states in distributed mode",
          "ProcessorConfig/Mode");
    }
    return distributed;
  }
}
