package dev.heddle.localstack.aws.services.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail that was sent.
 *
 * @param text its plain text, or empty
 * @param html its HTML, or empty; it comes from users and must be shown in a sandbox
 * @param headers further headers; of a raw mail, all of them
 */
public record SesMail(
    String id,
    String from,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    List<String> replyTo,
    String subject,
    String text,
    String html,
    Map<String, String> headers,
    Instant sent) {}
