package dev.heddle.localstack.host.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user reads is plain product English; the rules stand in the README of functions/spec. */
class ScreenWordsTest {
  /** Words that no text on screen uses, and what is said instead. */
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("mend(s|ed)?", "fix"),
          Map.entry("e-mails?", "email"),
          Map.entry("(sign(ed)? in|sign(ed)? out)", "log in, log out"),
          Map.entry("must not be empty|is needed", "required"),
          Map.entry("leaves? (it|them) out", "leave empty, skip"),
          Map.entry("(is|are) told", "gets, sees"),
          Map.entry("whatever", "any"),
          Map.entry("anew", "again"),
          Map.entry("meanwhile", "in the meantime"),
          Map.entry("drawings?", "workflow"),
          Map.entry("edges?", "connection"),
          Map.entry("under way", "in progress"),
          Map.entry("beg(in|ins|an|un)", "start"),
          Map.entry("(go|goes|went|gone) on", "continue"),
          Map.entry("of its own", "separate"),
          Map.entry("hands? (it )?on", "return, pass"),
          Map.entry("was expected", "expected …"));

  /** Rooms whose texts imitate AWS's own, or are read by those who deploy only. */
  private static final Set<String> OTHERS = Set.of("localstack/aws", "infra-cdk");

  /** A state's name, the first line of a private key, and a document. */
  private static final Set<String> EXEMPT =
      Set.of("AgentMachine", "GraphExample", "SecretsStayOut");

  private static final Pattern SHOWN =
      Pattern.compile("\"+\\s*(\\p{Lu}.*|[^\"]*\\s.*)", Pattern.DOTALL);

  @Test
  void textsOnScreenAreInPlainEnglish() {
    List<String> odd =
        sources()
            .filter(source -> !EXEMPT.contains(source.type()))
            .flatMap(ScreenWordsTest::odd)
            .toList();
    assertThat(odd).isEmpty();
  }

  @Test
  void anOddWordIsTold() {
    assertThat(odd(planted("\"Mend them, then try again.\""))).hasSize(1);
    assertThat(odd(planted("\"Your E-mail\""))).hasSize(1);
    assertThat(odd(planted("\"E-mail\""))).hasSize(1);
    assertThat(odd(planted("\" went on\""))).hasSize(1);
  }

  @Test
  void namesAndCommentsMayUseIt() {
    assertThat(odd(planted("// Mend them.\n\"not-a-drawing\" + \"edges\""))).isEmpty();
    assertThat(odd(planted("\"Recommended edgewise\""))).isEmpty();
  }

  private static Stream<Source> sources() {
    return Rooms.ALL.stream()
        .filter(room -> OTHERS.stream().noneMatch(room::isIn))
        .flatMap(room -> Repository.sources(room).stream());
  }

  /** The odd words of a source, each with the word to use instead. */
  private static Stream<String> odd(Source source) {
    return source.texts().stream()
        .filter(text -> SHOWN.matcher(text).matches())
        .flatMap(text -> oddWords(text).map(word -> source.type() + ": " + text + word));
  }

  private static Stream<String> oddWords(String text) {
    return INSTEAD.entrySet().stream()
        .filter(
            word ->
                Pattern.compile("\\b(" + word.getKey() + ")\\b", Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .find())
        .map(word -> " → " + word.getValue());
  }

  private static Source planted(String text) {
    return new Source("functions/core/src/main/java/dev/heddle/functions/core/Planted.java", text);
  }
}
