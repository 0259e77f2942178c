package dev.heddle.functions.spec.unit;

import java.util.Map;

/** An answer in full, for channels whose callers dictate its form. */
public record RawReply(int status, Map<String, String> headers, byte[] body) {}
