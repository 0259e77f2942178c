package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.ShapeValidator;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.ModelProvider;
import dev.heddle.functions.spec.unit.ModelProvider.ProviderSpec;
import dev.heddle.functions.spec.unit.NodeFunctionNames;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.Unit;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds everything in a catalog that could not work, all at once. */
public final class CatalogCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)\\}");

  private final List<String> problems = new ArrayList<>();
  private final List<ProviderSpec> providers;

  private CatalogCheck(List<ModelProvider> providers) {
    this.providers = providers.stream().map(ModelProvider::spec).toList();
  }

  /** The problems, one sentence each; empty when the catalog is sound. */
  public static List<String> problems(Catalog catalog) {
    CatalogCheck check = new CatalogCheck(catalog.providers());
    check.unique("unit", catalog.units().stream().map(Unit::name).toList());
    check.unique("route", catalog.routes().stream().map(CatalogCheck::address).toList());
    check.unique("queue consumer", queues(catalog));
    catalog.routes().forEach(check::route);
    catalog.nodes().forEach(check::node);
    check.problems.addAll(EntityCheck.problems(catalog));
    check.providers();
    return check.problems;
  }

  private void unique(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      expect(seen.add(name), "Two of kind " + what + " are called " + name);
    }
  }

  /** Verb and path with every placeholder alike: what a gateway can tell apart. */
  private static String address(Route<?, ?> route) {
    RouteSpec<?, ?> spec = route.spec();
    return spec.verb() + " " + PLACEHOLDER.matcher(spec.path()).replaceAll("{}");
  }

  private static List<String> queues(Catalog catalog) {
    return catalog.jobs().stream()
        .map(job -> job.spec().source())
        .filter(Job.Source.FromQueue.class::isInstance)
        .map(source -> ((Job.Source.FromQueue) source).queue().name())
        .toList();
  }

  private void route(Route<?, ?> route) {
    RouteSpec<?, ?> spec = route.spec();
    String name = route.name();
    expect(spec.path().startsWith("/api/v1/"), name + " is not below /api/v1/");
    List<String> components =
        RecordShapes.of(spec.input()).fields().stream().map(Shape.Field::name).toList();
    for (String placeholder : placeholders(spec.path())) {
      expect(components.contains(placeholder), name + " takes no {" + placeholder + "}");
    }
    expect(!spec.summary().isBlank(), name + " has no summary");
    expect(spec.maxBody() <= 6 << 20, name + " takes a body no Lambda function can get");
  }

  private void node(NodeUnit<?> node) {
    NodeType type = NodeTypeDocument.of(node.spec());
    if (!type.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*@[1-9]\\d*")) {
      problems.add(type.id() + " is not kebab case with a version");
      return;
    }
    expect(
        node.getClass().getSimpleName().equals(NodeFunctionNames.unit(type.id())),
        type.id() + "'s class is not called " + NodeFunctionNames.unit(type.id()));
    List<String> fields = type.config().fields().stream().map(Shape.Field::name).toList();
    for (String placeholder : placeholders(type.line())) {
      expect(fields.contains(placeholder), type.id() + "'s line names no field " + placeholder);
    }
    for (String needed : needed(type.wiring())) {
      expect(fields.contains(needed), type.id() + "'s wiring reads the field " + needed);
    }
    if (type.ports() instanceof NodePorts.FromList ports) {
      expect(fields.contains(ports.list()), type.id() + "'s ports read the field " + ports.list());
    }
    expect(
        Catalog.isCalled(node) == opens(node),
        type.id() + " has code if, and only if, it is called");
    expect(
        Catalog.isCalled(node) || node.access().isEmpty(), type.id() + " has access but no code");
    if (type.wiring() instanceof NodeWiring.Call(boolean byProvider) && byProvider) {
      choosesProvider(node, type);
    }
    type.config().fields().forEach(field -> fallback(type.id(), field));
  }

  private void choosesProvider(NodeUnit<?> node, NodeType type) {
    expect(node.provider().isPresent(), type.id() + " chooses a model provider but asks no model");
    List<String> choice =
        type.config().fields().stream()
            .filter(field -> field.name().equals(NodeWiring.Call.PROVIDER))
            .map(Shape.Field::shape)
            .filter(Shape.Choice.class::isInstance)
            .flatMap(shape -> ((Shape.Choice) shape).options().stream())
            .map(Shape.Choice.Option::value)
            .toList();
    expect(
        choice.equals(providers.stream().map(ProviderSpec::name).toList()),
        type.id()
            + "'s field "
            + NodeWiring.Call.PROVIDER
            + " does not offer every model provider");
  }

  private void providers() {
    unique("model provider", providers.stream().map(ProviderSpec::name).toList());
    expect(
        providers.getFirst().name().equals(ModelProvider.DEFAULT),
        "The first model provider is not " + ModelProvider.DEFAULT);
    for (ProviderSpec provider : providers) {
      expect(
          provider.name().matches("[a-z][a-z0-9]*"),
          "The model provider " + provider.name() + " is no part of a function's name");
      expect(
          provider.models().stream()
              .anyMatch(model -> model.name().equals(provider.defaultModel())),
          provider.name() + " does not offer its default model");
    }
  }

  private void fallback(String id, Shape.Field field) {
    if (field.fallback() != null) {
      expect(
          ShapeValidator.of(field.shape(), field.fallback()).isEmpty(),
          id + "'s fallback of " + field.name() + " doesn't fit its own shape");
    }
  }

  private static boolean opens(NodeUnit<?> node) {
    return Arrays.stream(node.getClass().getDeclaredMethods())
        .anyMatch(method -> method.getName().equals("open"));
  }

  private static List<String> needed(NodeWiring wiring) {
    return switch (wiring) {
      case NodeWiring.Trigger _, NodeWiring.Agent _ -> List.of();
      case NodeWiring.Call call ->
          call.byProvider() ? List.of(NodeWiring.Call.PROVIDER) : List.of();
      case NodeWiring.Await _ -> List.of("timeoutSeconds");
      case NodeWiring.RunWorkflow _ -> List.of("workflow", "input", "wait");
      case NodeWiring.ForEach _ -> List.of("items", "atOnce", "batch", "onItemError", "tolerated");
      case NodeWiring.Loop _ -> List.of("until", "max");
      case NodeWiring.If _ -> List.of("condition");
      case NodeWiring.Switch _ -> List.of("cases");
      case NodeWiring.SetFields _ -> List.of("keep", "fields");
      case NodeWiring.Merge _ -> List.of("mode");
      case NodeWiring.Wait _ -> List.of("duration");
      case NodeWiring.Respond _ -> List.of("status", "body", "headers");
      case NodeWiring.Stop _ -> List.of("outcome", "error", "message");
    };
  }

  private static List<String> placeholders(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    List<String> names = new ArrayList<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private void expect(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
