package dev.heddle.infracdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.nodes.CoreNodes;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Code;
import tools.jackson.databind.JsonNode;

/** The product once it has grown: 200 routes, of them 30 of one resource, and 80 nodes. */
class LargeCatalogTest {
  private static final int ROUTES = 200;
  private static final int NODES = 80;
  private static final int OF_ONE_RESOURCE = 30;

  @Test
  void everyStackStaysUnderTheLimits(@TempDir Path root) throws IOException {
    Path jar = Files.write(root.resolve("placeholder.jar"), new byte[] {0});
    App app = new App();
    HeddleStacks stacks =
        HeddleStacks.of(
            app,
            DeploymentConfig.of(app, root),
            grown(),
            _ -> Code.fromAsset(jar.toString()),
            LargeCatalogTest::placement);

    Path templates = Path.of(app.synth().getDirectory());

    assertThat(stacks.functions().values()).hasSizeGreaterThan(20).hasSizeLessThan(60);
    for (Stack stack : stacks.all()) {
      JsonNode template = WireJson.MAPPER.readTree(templates.resolve(stack.getTemplateFile()));
      StackLimits.hold(stack.getStackName(), template);
      StackLimits.importNoFunction(stack.getStackName(), template);
    }
  }

  private static Catalog grown() {
    NodeUnit<?> node = CoreNodes.ALL.stream().filter(Catalog::isCalled).findFirst().orElseThrow();
    return new Catalog(
        IntStream.range(0, ROUTES).<Route<?, ?>>mapToObj(LargeCatalogTest::route).toList(),
        IntStream.range(0, NODES).<NodeUnit<?>>mapToObj(i -> new CopiedNode<>(node, i)).toList(),
        Catalog.HEDDLE.channels(),
        Catalog.HEDDLE.jobs(),
        Catalog.HEDDLE.providers());
  }

  private static Route<?, ?> route(int index) {
    List<Route<?, ?>> routes = Catalog.HEDDLE.routes();
    return new CopiedRoute<>(routes.get(index % routes.size()), index);
  }

  private static StackPlacement placement(Unit unit) {
    return switch (unit) {
      case CopiedRoute<?, ?> route ->
          new StackPlacement(FunctionGroup.of(route.original), "r" + resource(route.index));
      case CopiedNode<?> node -> StackPlacement.node(FunctionGroup.of(node.original), node.name());
      default -> StackPlacement.of(unit);
    };
  }

  private static int resource(int index) {
    return index < OF_ONE_RESOURCE ? 0 : index / 10;
  }

  /** A route like another, at a path of its own. */
  private record CopiedRoute<I extends Record, O extends Record>(Route<I, O> original, int index)
      implements Route<I, O> {

    @Override
    public String name() {
      return "DoSomethingToAThing" + index;
    }

    @Override
    public RouteSpec<I, O> spec() {
      RouteSpec<I, O> spec = original.spec();
      return new RouteSpec<>(
          spec.verb(),
          "/api/v1/things/" + index + "/{thing}",
          spec.audience(),
          spec.input(),
          spec.output(),
          spec.status(),
          spec.summary(),
          spec.maxBody(),
          spec.faults(),
          spec.access());
    }

    @Override
    public Handler<I, O> open(Ports ports) {
      return original.open(ports);
    }
  }

  /** A node like another. */
  private record CopiedNode<C extends Record>(NodeUnit<C> original, int index)
      implements NodeUnit<C> {

    @Override
    public String name() {
      return "Service" + index + "Node";
    }

    @Override
    public NodeSpec<C> spec() {
      return original.spec();
    }
  }
}
