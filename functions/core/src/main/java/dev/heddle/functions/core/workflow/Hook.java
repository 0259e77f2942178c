package dev.heddle.functions.core.workflow;

import dev.heddle.functions.core.caller.Tenant;
import tools.jackson.databind.JsonNode;

/** Where a webhook's path leads. */
public record Hook(Tenant tenant, Build build, String trigger, JsonNode config) {}
