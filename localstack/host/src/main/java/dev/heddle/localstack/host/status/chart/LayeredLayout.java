package dev.heddle.localstack.host.status.chart;

import dev.heddle.localstack.host.status.chart.StateChart.Arrow;
import dev.heddle.localstack.host.status.chart.StateChart.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lays a chart out from top to bottom: states in layers, each below all that lead to it; arrows
 * over several layers take a place in each; arrows back up go around on the right.
 */
final class LayeredLayout {
  private static final double LAYER_GAP = 48;
  private static final double BESIDE = 18;
  private static final int SWEEPS = 6;

  private final Map<String, LayoutCell> cells = new LinkedHashMap<>();
  private final List<CellPath> ways = new ArrayList<>();
  private final List<List<LayoutCell>> layers = new ArrayList<>();

  /** A state where it is drawn; those inside are placed relative to it. */
  record Box(
      Step step, double x, double y, double width, double height, List<PlacedChart> inside) {}

  /** An arrow where it is drawn, and the way its tip points. */
  record Route(Arrow arrow, List<Point> points, Tip tip) {}

  /** Where an arrow comes to its end. */
  enum Tip {
    DOWN,
    UP,
    LEFT
  }

  /** A corner of an arrow's way. */
  record Point(double x, double y) {}

  /** A chart with its size, at a place inside of what holds it. */
  record PlacedChart(
      double x, double y, double width, double height, List<Box> boxes, List<Route> routes) {

    PlacedChart at(double left, double top) {
      return new PlacedChart(left, top, width, height, boxes, routes);
    }
  }

  /** An arrow through its cells from top to bottom, which it may take from bottom to top. */
  private record CellPath(Arrow arrow, List<LayoutCell> cells, boolean down) {}

  private LayeredLayout() {}

  static PlacedChart of(StateChart chart) {
    LayeredLayout layout = new LayeredLayout();
    Map<String, Integer> ranks = new LayerAssignment(chart).all();
    for (Step step : chart.steps()) {
      layout.cells.put(
          step.name(), layout.cell(ChartSizes.of(step), ranks.getOrDefault(step.name(), 0)));
    }
    chart.arrows().forEach(layout::way);
    layout.order();
    CoordinateAssignment.place(layout.layers, SWEEPS);
    layout.rows();
    return layout.placed(chart);
  }

  private LayoutCell cell(ChartSizes.BoxSize sized, int rank) {
    LayoutCell cell = new LayoutCell(sized, rank);
    while (layers.size() <= rank) {
      layers.add(new ArrayList<>());
    }
    layers.get(rank).add(cell);
    return cell;
  }

  private void way(Arrow arrow) {
    LayoutCell from = cells.get(arrow.from());
    LayoutCell to = cells.get(arrow.to());
    if (from == null || to == null) {
      return;
    }
    LayoutCell upper = from.rank <= to.rank ? from : to;
    LayoutCell lower = upper == from ? to : from;
    List<LayoutCell> passed = new ArrayList<>(List.of(upper));
    for (int rank = upper.rank + 1; rank < lower.rank; rank++) {
      passed.add(cell(ChartSizes.BEND, rank));
    }
    passed.add(lower);
    for (int i = 1; i < passed.size() && upper != lower; i++) {
      passed.get(i - 1).below.add(passed.get(i));
      passed.get(i).above.add(passed.get(i - 1));
    }
    ways.add(new CellPath(arrow, passed, upper == from));
  }

  /** Sorts each layer by where its neighbours are, which leaves few crossings. */
  private void order() {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (List<LayoutCell> layer : down ? layers : layers.reversed()) {
        number();
        Map<LayoutCell, Double> centres = new HashMap<>();
        layer.forEach(cell -> centres.put(cell, cell.centre(down)));
        layer.sort(Comparator.comparingDouble(centres::get));
      }
    }
    number();
  }

  private void number() {
    for (List<LayoutCell> layer : layers) {
      for (int i = 0; i < layer.size(); i++) {
        layer.get(i).place = i;
      }
    }
  }

  private void rows() {
    double y = 0;
    for (List<LayoutCell> layer : layers) {
      double tallest = layer.stream().mapToDouble(cell -> cell.sized.height()).max().orElse(0);
      for (LayoutCell cell : layer) {
        cell.y = y;
        cell.row = tallest;
      }
      y += tallest + LAYER_GAP;
    }
  }

  private PlacedChart placed(StateChart chart) {
    double left = all().mapToDouble(LayoutCell::left).min().orElse(0);
    all().forEach(cell -> cell.x -= left);
    double right = all().mapToDouble(LayoutCell::right).max().orElse(0);
    double height = all().mapToDouble(cell -> cell.y + cell.row).max().orElse(0);
    List<Box> boxes = new ArrayList<>();
    for (Step step : chart.steps()) {
      LayoutCell cell = Objects.requireNonNull(cells.get(step.name()));
      ChartSizes.BoxSize sized = cell.sized;
      boxes.add(new Box(step, cell.left(), cell.y, sized.width(), sized.height(), sized.inside()));
    }
    List<Route> routes = ways.stream().map(LayeredLayout::route).toList();
    boolean beside = routes.stream().anyMatch(route -> route.tip() == Tip.LEFT);
    return new PlacedChart(0, 0, right + (beside ? BESIDE : 0), height, boxes, routes);
  }

  private java.util.stream.Stream<LayoutCell> all() {
    return layers.stream().flatMap(List::stream);
  }

  private static Route route(CellPath way) {
    LayoutCell upper = way.cells().getFirst();
    LayoutCell lower = way.cells().getLast();
    if (upper == lower) {
      return beside(way.arrow(), upper);
    }
    List<Point> points = new ArrayList<>();
    double out = upper.x + upper.fan(way.cells().get(1));
    points.add(new Point(out, upper.y + upper.sized.height()));
    for (LayoutCell bend : way.cells().subList(1, way.cells().size() - 1)) {
      points.add(new Point(bend.x, bend.y));
      points.add(new Point(bend.x, bend.y + bend.row));
    }
    LayoutCell before = way.cells().get(way.cells().size() - 2);
    double aside = before.x < lower.x ? -BESIDE : BESIDE;
    points.add(new Point(way.down() ? lower.x : lower.x + aside, lower.y));
    return way.down()
        ? new Route(way.arrow(), points, Tip.DOWN)
        : new Route(way.arrow(), points.reversed(), Tip.UP);
  }

  /** A state that leads to itself. */
  private static Route beside(Arrow arrow, LayoutCell cell) {
    double x = cell.right() + BESIDE;
    double top = cell.y + BESIDE;
    double bottom = cell.y + cell.sized.height() - BESIDE;
    return new Route(
        arrow,
        List.of(
            new Point(cell.right(), bottom),
            new Point(x, bottom),
            new Point(x, top),
            new Point(cell.right(), top)),
        Tip.LEFT);
  }
}
