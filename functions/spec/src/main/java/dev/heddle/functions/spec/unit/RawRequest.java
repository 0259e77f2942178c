package dev.heddle.functions.spec.unit;

import java.util.Map;

/**
 * A request as it arrived, for code that verifies bytes.
 *
 * @param path the concrete path
 * @param parameters what the path's placeholders stand for, decoded
 * @param headers by lower-case name
 * @param address the caller's IP address
 * @param correlation the id this request is logged by
 */
public record RawRequest(
    String method,
    String path,
    Map<String, String> parameters,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    String address,
    String correlation) {}
