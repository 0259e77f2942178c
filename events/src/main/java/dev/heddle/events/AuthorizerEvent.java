package dev.heddle.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP API Lambda authoriser request, payload format 2.0 with simple responses. */
public record AuthorizerEvent(
    String version,
    String routeKey,
    String rawPath,
    @Nullable List<String> identitySource,
    @Nullable Map<String, String> headers) {}
