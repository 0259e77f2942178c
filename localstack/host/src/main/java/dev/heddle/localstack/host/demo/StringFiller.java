package dev.heddle.localstack.host.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the text that a field of a schema asks for. */
final class StringFiller {
  private static final Pattern SUBJECT =
      Pattern.compile("(?im)^[ \\t]{0,20}(?:subject|title|re):[ \\t]{0,20}(.{3,200})$");
  private static final int TITLE = 80;

  /** A kind of field, by the words of its name, and where its value is found. */
  private record Kind(Set<String> names, Function<String, List<String>> find) {}

  private static final List<Kind> BY_FORM =
      List.of(
          new Kind(Set.of("email", "mail", "emails"), PatternExtractor::emails),
          new Kind(Set.of("phone", "telephone", "mobile", "phones"), PatternExtractor::phones),
          new Kind(
              Set.of("url", "link", "website", "uri", "urls", "links"), PatternExtractor::urls),
          new Kind(Set.of("date", "deadline", "due", "day", "dates"), PatternExtractor::dates),
          new Kind(
              Set.of("id", "number", "reference", "order", "invoice", "ids"),
              PatternExtractor::references),
          new Kind(
              Set.of("company", "organisation", "organization", "employer"),
              PatternExtractor::companies),
          new Kind(
              Set.of("name", "person", "customer", "sender", "author", "contact", "names"),
              PatternExtractor::people));

  private static final Set<String> TITLES = Set.of("title", "subject", "headline", "topic");
  private static final Set<String> SUMMARIES =
      Set.of(
          "summary",
          "abstract",
          "gist",
          "overview",
          "text",
          "answer",
          "content",
          "result",
          "description");
  private static final Set<String> REASONS =
      Set.of("reason", "reasoning", "rationale", "explanation", "why");
  private static final Set<String> REPLIES = Set.of("reply", "response", "message", "greeting");
  private static final Set<String> KEYWORDS =
      Set.of("keyword", "keywords", "tag", "tags", "topics");

  private StringFiller() {}

  /** The value; empty when the text has none and none can be made up of it. */
  static Optional<String> find(SchemaField field, AnalyzedText text) {
    String pattern = field.schema().path("pattern").asString("");
    if (!pattern.isEmpty()) {
      return PatternExtractor.matching(pattern, text.raw());
    }
    return byFormat(field.schema().path("format").asString(""), text)
        .or(() -> field.isNamed(REPLIES) ? Optional.of(reply(text)) : byName(field, text));
  }

  private static Optional<String> byFormat(String format, AnalyzedText text) {
    return switch (format) {
      case "email" -> first(PatternExtractor.emails(text.raw()));
      case "uri", "url" -> first(PatternExtractor.urls(text.raw()));
      case "date" -> first(PatternExtractor.dates(text.raw()));
      case "date-time" ->
          first(PatternExtractor.dates(text.raw())).map(date -> date + "T00:00:00Z");
      default -> Optional.empty();
    };
  }

  private static Optional<String> byName(SchemaField field, AnalyzedText text) {
    Optional<Kind> kind = kind(field);
    if (kind.isPresent()) {
      return first(kind.get().find().apply(text.raw()));
    }
    return hasFormat(field) ? Optional.empty() : said(field, text);
  }

  private static boolean hasFormat(SchemaField field) {
    return !field.schema().path("format").asString("").isEmpty();
  }

  private static Optional<String> said(SchemaField field, AnalyzedText text) {
    if (text.sentences().isEmpty()) {
      return Optional.empty();
    }
    if (field.isNamed(TITLES)) {
      return Optional.of(title(text));
    }
    if (field.isNamed(SUMMARIES)) {
      return Optional.of(TextSummary.of(text, 1));
    }
    if (field.isNamed(REASONS)) {
      return Optional.of("It mentions: " + String.join(", ", text.keywords(5)) + ".");
    }
    if (field.isNamed(KEYWORDS)) {
      return first(text.keywords(1));
    }
    return Optional.of(TextSummary.about(text, field.stems()));
  }

  /** All values of a list's field. */
  static List<String> all(SchemaField field, AnalyzedText text) {
    return kind(field)
        .map(kind -> kind.find().apply(text.raw()))
        .orElseGet(() -> field.isNamed(KEYWORDS) ? text.keywords(5) : text.sentences());
  }

  private static Optional<Kind> kind(SchemaField field) {
    return BY_FORM.stream().filter(kind -> field.isNamed(kind.names())).findFirst();
  }

  private static String title(AnalyzedText text) {
    return Stream.of(SUBJECT.matcher(text.raw()))
        .filter(java.util.regex.Matcher::find)
        .map(found -> found.group(1).strip())
        .findFirst()
        .orElseGet(() -> shortened(TextSummary.of(text, 1)));
  }

  private static String shortened(String sentence) {
    return sentence.length() <= TITLE ? sentence : sentence.substring(0, TITLE - 1).strip() + "…";
  }

  private static String reply(AnalyzedText text) {
    return "Thank you for your message. You wrote: “"
        + TextSummary.of(text, 1)
        + "” "
        + DemoModel.NOTE;
  }

  private static Optional<String> first(List<String> found) {
    return found.stream().findFirst();
  }
}
