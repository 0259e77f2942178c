package dev.heddle.functions.spec.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How our records read and write JSON: camelCase, ISO times, absent for null, {@code kind}. */
public final class WireJson {

  /** The one mapper. Objects of free form are JsonNode. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new WireNames())
          .nodeFactory(new WellFormedText())
          .changeDefaultPropertyInclusion(
              value ->
                  JsonInclude.Value.construct(
                      JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private WireJson() {}
}
