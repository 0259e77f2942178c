package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.shape.Example;
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
    @Example("start") @Form(max = 40) @Nullable String trigger,
    @Example("7c9e6679-7425-40de-944b-e07fc1f90ae7")
        @From(value = Place.HEADER, name = "idempotency-key")
        @Form(min = 1, max = 200)
        @Nullable String idempotencyKey) {}
