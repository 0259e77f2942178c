package dev.heddle.functions.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.FromRequest;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiDocumentTest {
  record Loom(@Example("loom_1") String id, List<Thread> threads) {}

  record Thread(@Example("blue") String colour, @Nullable String note) {}

  record Shop(Loom best, @Nullable List<Loom> others) {}

  record Weave(
      String loom,
      @FromRequest(value = FromRequest.Source.HEADER, name = "if-match") @Nullable String ifMatch,
      @FormField(min = 1, max = 9, fallback = "3") int rows) {}

  /** A route of these records; it is never opened. */
  private record Described<I extends Record, O extends Record>(RouteSpec<I, O> spec)
      implements Route<I, O> {
    @Override
    public Handler<I, O> open(Ports ports) {
      throw new UnsupportedOperationException();
    }
  }

  private static <I extends Record, O extends Record> Route<I, O> route(
      Verb verb, String path, Class<I> input, Class<O> output) {
    return new Described<>(
        RouteSpec.of(verb, path, input, output)
            .audience(RouteAudience.ADMIN)
            .faults(Problem.Conflict.class)
            .access());
  }

  private static final Route<?, ?> SAVE =
      route(Verb.PUT, "/api/v1/looms/{loom}", Weave.class, Loom.class);
  private static final Route<?, ?> LIST =
      route(Verb.GET, "/api/v1/shop", RouteSpec.Nothing.class, Shop.class);

  private final JsonNode document = OpenApiDocument.document(List.of(SAVE, LIST));

  private JsonNode operation(String path, String verb) {
    return document.path("paths").path(path).path(verb);
  }

  @Test
  void aRecordIsOneComponentHoweverOftenItIsUsed() {
    assertThat(document.path("components").path("schemas").propertyNames())
        .contains(
            "OpenApiDocumentTestLoom",
            "OpenApiDocumentTestThread",
            "OpenApiDocumentTestShop",
            "OpenApiDocumentTestWeave")
        .doesNotHaveDuplicates();
    assertThat(document.at("/components/schemas/OpenApiDocumentTestShop/properties").toString())
        .isEqualTo(
            """
            {"best":{"$ref":"#/components/schemas/OpenApiDocumentTestLoom"},"others":{"type":"array",\
            "items":{"$ref":"#/components/schemas/OpenApiDocumentTestLoom"},"maxItems":1000}}""");
  }

  @Test
  void aBodyTakesWhatTheRecordHasBesidePathAndHeaders() {
    assertThat(document.at("/components/schemas/OpenApiDocumentTestWeave").toString())
        .isEqualTo(
            """
            {"type":"object","properties":{"rows":{"type":"integer","minimum":1,"maximum":9,\
            "default":3}},"additionalProperties":false}""");
  }

  @Test
  void examplesArePutTogetherFromThoseOfComponents() {
    JsonNode content =
        operation("/api/v1/looms/{loom}", "put").at("/responses/200/content/application~1json");

    assertThat(content.path("example"))
        .hasToString("{\"id\":\"loom_1\",\"threads\":[{\"colour\":\"blue\"}]}");
  }

  @Test
  void aRouteListsTheProblemsItCanAnswer() {
    assertThat(operation("/api/v1/looms/{loom}", "put").path("responses").propertyNames())
        .containsExactlyInAnyOrder(
            "200", "400", "401", "403", "409", "412", "413", "415", "422", "428", "500", "503");
    assertThat(operation("/api/v1/shop", "get").path("responses").propertyNames())
        .containsExactlyInAnyOrder("200", "401", "403", "409", "422", "500", "503");
  }

  @Test
  void everyKindOfProblemHasASample() {
    assertThat(ProblemResponses.kinds()).isEqualTo(Set.of(Problem.class.getPermittedSubclasses()));
  }

  @Test
  void twoRecordsThatWouldBeOneComponentAreRefused() {
    SchemaComponents components = new SchemaComponents();
    components.record(OpenApiDocumentTestLoom.class);

    assertThatThrownBy(() -> components.record(Loom.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Two types of the API would both be the schema OpenApiDocumentTestLoom: %s and %s. Rename one"
                + " of them.",
            OpenApiDocumentTestLoom.class.getName(), Loom.class.getName());
  }

  @Test
  void aRecordThatTwoRoutesReadDifferentlyIsRefused() {
    Route<?, ?> other = route(Verb.PUT, "/api/v1/rows/{rows}", Weave.class, Loom.class);

    assertThatThrownBy(() -> OpenApiDocument.document(List.of(SAVE, other)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("OpenApiDocumentTestWeave is the body of two routes");
  }
}

/** Called as the record {@code Loom} of the test is, together with the test. */
record OpenApiDocumentTestLoom(String name) {}
