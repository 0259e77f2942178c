package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.FromRequest;
import dev.heddle.functions.spec.shape.FromRequest.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a run is started.
 *
 * @param input what the trigger gives; its sample when absent
 * @param trigger the id of the trigger that fires; the manual one, or the first, when absent
 */
public record StartInput(
    @Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow,
    @Example("{\"text\": \"The shop is down\"}") @Nullable JsonNode input,
    @Example("start") @FormField(max = 40) @Nullable String trigger,
    @Example("7c9e6679-7425-40de-944b-e07fc1f90ae7")
        @FromRequest(value = Source.HEADER, name = "idempotency-key")
        @FormField(min = 1, max = 200)
        @Nullable String idempotencyKey) {}
