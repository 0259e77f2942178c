package dev.heddle.events;

import java.util.List;
import java.util.Map;

/** An API Gateway HTTP API response, payload format 2.0; {@code cookies} are Set-Cookie values. */
public record HttpReply(
    int statusCode,
    Map<String, String> headers,
    List<String> cookies,
    String body,
    boolean isBase64Encoded) {}
