package dev.heddle.functions.core.workflow;

import dev.heddle.statemachines.Machine.Kind;
import dev.heddle.statemachines.SourceMap;
import tools.jackson.databind.JsonNode;

/**
 * A compiled graph that can be run: a published version's, or a draft's.
 *
 * @param id {@code v3}, or {@code d} and a hash for a draft
 * @param version the published version; 0 for a draft
 * @param versionArn the state machine version
 */
public record Build(
    String workflow,
    String id,
    long version,
    String versionArn,
    Kind kind,
    JsonNode graph,
    SourceMap sourceMap) {}
