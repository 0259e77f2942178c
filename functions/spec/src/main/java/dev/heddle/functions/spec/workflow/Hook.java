package dev.heddle.functions.spec.workflow;

import dev.heddle.functions.spec.caller.Tenant;
import tools.jackson.databind.JsonNode;

/** Where a webhook's path leads. */
public record Hook(Tenant tenant, Build build, String trigger, JsonNode config) {}
