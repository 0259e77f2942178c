package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.shape.From;
import dev.heddle.functions.spec.shape.From.Place;
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
    @Form(max = 40) @Nullable String trigger,
    @From(value = Place.HEADER, name = "idempotency-key") @Form(min = 1, max = 200)
        @Nullable String idempotencyKey) {}
