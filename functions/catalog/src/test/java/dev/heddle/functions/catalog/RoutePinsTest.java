package dev.heddle.functions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.RouteAudience;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class RoutePinsTest {
  private static final String INPUT = "body.name=text body.size=integer? body.kind=choice(a|b)?";
  private static final String OUTPUT = "id=text note=text? state=choice(on|off)";

  private static Map<String, FieldContract> fields(String lines) {
    Map<String, FieldContract> fields = new LinkedHashMap<>();
    for (String line : lines.split(" ")) {
      String[] parts = line.split("=", 2);
      fields.put(parts[0], FieldContract.of(parts[1]));
    }
    return fields;
  }

  private static ContractChanges changes(String input, String output) {
    var before = new RouteContract(RouteAudience.USER, 200, fields(INPUT), fields(OUTPUT));
    var now = new RouteContract(RouteAudience.USER, 200, fields(input), fields(output));
    return new ContractChanges(before, now);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          body.size=integer? body.kind=choice(a|b)?; no longer takes body.name
          body.name=text body.kind=choice(a|b)? body.width=integer?; no longer takes body.size
          body.name=text body.size=integer body.kind=choice(a|b)?; requires body.size, which was optional
          body.name=text body.size=text? body.kind=choice(a|b)?; takes body.size as text, no longer as integer
          body.name=text body.size=integer? body.kind=choice(b|c)?; no longer takes a for body.kind
          body.name=text body.size=integer? body.kind=choice(a|b)? body.new=text; requires body.new, which no client sends yet
          """)
  void anInputThatClientsCantMeetBreaksThem(String input, String phrase) {
    assertThat(changes(input, OUTPUT).breaking()).containsExactly(phrase);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          note=text? state=choice(on|off); no longer answers id
          id=integer note=text? state=choice(on|off); answers id as integer, no longer as text
          id=text? note=text? state=choice(on|off); may leave out id, which was always there
          """)
  void anOutputThatClientsMissBreaksThem(String output, String phrase) {
    assertThat(changes(INPUT, output).breaking()).containsExactly(phrase);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          body.new=text?; extra=text; also takes body.new; also answers extra
          body.new=object? body.new.part=text; extra=text; also takes body.new.part; also answers extra
          """)
  void whatIsAddedIsPromisedFromThenOn(String input, String output, String taken, String given) {
    ContractChanges changes = changes(INPUT + " " + input, OUTPUT + " " + output);

    assertThat(changes.breaking()).isEmpty();
    assertThat(changes.additions()).contains(taken, given);
  }

  @Test
  void aLooserInputAndATighterOutputBreakNobody() {
    ContractChanges changes =
        changes(
            "body.name=text? body.size=integer? body.kind=choice(a|b|c)?",
            "id=text note=text state=choice(on)");

    assertThat(changes.breaking()).isEmpty();
  }

  @Test
  void anotherStatusAndFewerCallersBreakClients() {
    var before = new RouteContract(RouteAudience.USER, 200, Map.of(), Map.of());
    var now = new RouteContract(RouteAudience.ADMIN, 202, Map.of(), Map.of());

    assertThat(new ContractChanges(before, now).breaking())
        .containsExactly("is for ADMIN only, no longer for USER", "answers 202, no longer 200");
  }

  @Test
  void aRouteThatIsGoneBreaksClients() {
    RoutePins pins = new RoutePins(Catalog.HEDDLE.routes(), none());
    RoutePins later =
        new RoutePins(
            Catalog.HEDDLE.routes().subList(1, Catalog.HEDDLE.routes().size()), pins.document());

    assertThat(later.broken()).singleElement().asString().contains("signup is gone");
  }

  @Test
  void whatIsPinnedReadsAsItWasWritten() {
    RoutePins pins = new RoutePins(Catalog.HEDDLE.routes(), none());
    RoutePins again = new RoutePins(Catalog.HEDDLE.routes(), pins.document());

    assertThat(again.broken()).isEmpty();
    assertThat(again.grown()).isEmpty();
    assertThat(again.document()).isEqualTo(pins.document());
    assertThat(new RoutePins(List.of(), none()).document()).isEmpty();
  }

  private static ObjectNode none() {
    return WireJson.MAPPER.createObjectNode();
  }
}
