package dev.heddle.functions.api.runs;

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
    String workflow,
    @Nullable JsonNode input,
    @FormField(max = 40) @Nullable String trigger,
    @FromRequest(value = Source.HEADER, name = "idempotency-key") @FormField(min = 1, max = 200)
        @Nullable String idempotencyKey) {}
