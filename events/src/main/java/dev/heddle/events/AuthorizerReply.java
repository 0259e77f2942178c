package dev.heddle.events;

import java.util.Map;

/** A simple authoriser response; {@code context} reaches the function as its caller's claims. */
public record AuthorizerReply(boolean isAuthorized, Map<String, String> context) {}
