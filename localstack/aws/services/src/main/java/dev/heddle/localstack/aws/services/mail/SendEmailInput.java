package dev.heddle.localstack.aws.services.mail;

import dev.heddle.localstack.aws.services.RequestInput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what SendEmail is asked to send. */
final class SendEmailInput {
  private static final int RECIPIENTS = 50;

  private SendEmailInput() {}

  static SesMail read(RequestInput input, Instant now) {
    RequestInput content =
        input.object("Content").orElseThrow(() -> input.invalid("Content is missing."));
    SesMail mail =
        content
            .object("Simple")
            .map(simple -> simple(input, simple, now))
            .or(() -> content.object("Raw").map(raw -> raw(input, RawMail.parse(raw), now)))
            .orElseThrow(() -> input.invalid("Content is Simple or Raw; templates are not kept."));
    check(input, mail);
    return mail;
  }

  private static SesMail simple(RequestInput input, RequestInput simple, Instant now) {
    Optional<RequestInput> body = simple.object("Body");
    Map<String, String> headers = new LinkedHashMap<>();
    simple.list("Headers").forEach(h -> headers.put(h.required("Name"), h.required("Value")));
    return new SesMail(
        UUID.randomUUID().toString(),
        input.text("FromEmailAddress").orElse(""),
        recipients(input, "ToAddresses"),
        recipients(input, "CcAddresses"),
        recipients(input, "BccAddresses"),
        input.textList("ReplyToAddresses"),
        simple.object("Subject").map(subject -> subject.required("Data")).orElse(""),
        body.flatMap(b -> b.object("Text")).flatMap(t -> t.text("Data")).orElse(""),
        body.flatMap(b -> b.object("Html")).flatMap(h -> h.text("Data")).orElse(""),
        headers,
        now);
  }

  private static SesMail raw(RequestInput input, RawMail raw, Instant now) {
    List<String> to = recipients(input, "ToAddresses");
    return new SesMail(
        UUID.randomUUID().toString(),
        input.text("FromEmailAddress").orElse(raw.header("From")),
        to.isEmpty() ? raw.addresses("To") : to,
        raw.addresses("Cc"),
        recipients(input, "BccAddresses"),
        raw.addresses("Reply-To"),
        raw.header("Subject"),
        raw.body(),
        "",
        raw.headers(),
        now);
  }

  private static List<String> recipients(RequestInput input, String member) {
    return input.object("Destination").map(d -> d.textList(member)).orElse(List.of());
  }

  private static void check(RequestInput input, SesMail mail) {
    List<String> all = Stream.of(mail.to(), mail.cc(), mail.bcc()).flatMap(List::stream).toList();
    if (all.isEmpty() || all.size() > RECIPIENTS) {
      throw input.invalid("A mail has 1 to " + RECIPIENTS + " recipients.");
    }
    Stream.concat(Stream.of(mail.from()), all.stream())
        .filter(address -> !isAddress(address))
        .findFirst()
        .ifPresent(
            address -> {
              throw input.invalid("Illegal address: a mail address has one line and an @.");
            });
    if (mail.subject().lines().count() > 1) {
      throw input.invalid("A subject has one line.");
    }
  }

  private static boolean isAddress(String address) {
    int at = address.indexOf('@');
    return at > 0
        && at < address.length() - 1
        && address.length() <= 320
        && address.chars().noneMatch(Character::isISOControl);
  }
}
