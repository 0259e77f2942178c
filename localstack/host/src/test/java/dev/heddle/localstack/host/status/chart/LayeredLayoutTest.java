package dev.heddle.localstack.host.status.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.host.status.chart.LayeredLayout.Box;
import dev.heddle.localstack.host.status.chart.LayeredLayout.PlacedChart;
import dev.heddle.localstack.host.status.chart.LayeredLayout.Route;
import dev.heddle.localstack.host.status.chart.LayeredLayout.Tip;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Drawings of machines: nothing lies on anything else, and all of it is inside. */
class LayeredLayoutTest {

  private static PlacedChart placed(String definition) {
    return LayeredLayout.of(
        ChartReader.machine(WireJson.MAPPER.readTree(definition.replace('\'', '"'))));
  }

  @Test
  void arrowsLeadDownAndLoopsLeadUp() {
    PlacedChart placedChart =
        placed(
            "{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Choice',"
                + "'Choices':[{'Condition':'{% $x %}','Next':'A'}],'Default':'C'},"
                + "'C':{'Type':'Succeed'}}}");
    assertThat(placedChart.routes())
        .allSatisfy(
            route -> {
              boolean up = route.points().getFirst().y() > route.points().getLast().y();
              assertThat(up).isEqualTo(route.arrow().to().equals("A") && route.tip() == Tip.UP);
            });
    assertThat(placedChart.routes()).filteredOn(route -> route.tip() == Tip.UP).hasSize(1);
  }

  @Test
  void aStateThatLeadsToItselfHasALoopBeside() {
    PlacedChart placedChart =
        placed(
            "{'StartAt':'A','States':{'A':{'Type':'Choice','Choices':[{'Condition':'{% $x %}',"
                + "'Next':'B'}],'Default':'A'},'B':{'Type':'Succeed'}}}");
    assertThat(placedChart.routes()).filteredOn(route -> route.tip() == Tip.LEFT).hasSize(1);
    check(placedChart);
  }

  @Test
  void branchesAreInsideOfTheirFrame() {
    PlacedChart placedChart =
        placed(
            "{'StartAt':'P','States':{'P':{'Type':'Parallel','End':true,'Branches':["
                + "{'StartAt':'A','States':{'A':{'Type':'Pass','End':true}}},"
                + "{'StartAt':'M','States':{'M':{'Type':'Map','End':true,'ItemProcessor':"
                + "{'StartAt':'I','States':{'I':{'Type':'Pass','End':true}}}}}}]}}}");
    check(placedChart);
  }

  @Test
  void nothingOverlapsInAnyMachine() {
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      check(LayeredLayout.of(ChartReader.machine(machine(random, 2 + random.nextInt(14)))));
    }
  }

  @Test
  void aLongChainIsNoTrouble() {
    assertThat(LayeredLayout.of(ChartReader.machine(machine(new Random(1), 3_000))).boxes())
        .hasSize(3_002);
  }

  /** States that lead on to the next, and now and then anywhere. */
  private static ObjectNode machine(Random random, int states) {
    ObjectNode machine = WireJson.MAPPER.createObjectNode().put("StartAt", "S0");
    ObjectNode all = machine.putObject("States");
    for (int i = 0; i < states; i++) {
      ObjectNode state = all.putObject("S" + i);
      if (i == states - 1) {
        state.put("Type", "Succeed");
      } else if (states < 100 && random.nextInt(3) == 0) {
        state.put("Type", "Choice").put("Default", "S" + (i + 1));
        state
            .putArray("Choices")
            .addObject()
            .put("Condition", "{% $x %}")
            .put("Next", "S" + random.nextInt(states));
      } else {
        state.put("Type", "Pass").put("Next", "S" + (i + 1));
      }
    }
    return machine;
  }

  private static void check(PlacedChart placedChart) {
    for (Box box : placedChart.boxes()) {
      assertThat(box.x()).isGreaterThanOrEqualTo(-0.01);
      assertThat(box.x() + box.width()).isLessThanOrEqualTo(placedChart.width() + 0.01);
      assertThat(box.y() + box.height()).isLessThanOrEqualTo(placedChart.height() + 0.01);
      for (Box other : placedChart.boxes()) {
        assertThat(box == other || apart(box, other)).as("%s on %s", box, other).isTrue();
      }
      for (PlacedChart inner : box.inside()) {
        assertThat(inner.x() + inner.width()).isLessThan(box.width());
        assertThat(inner.y() + inner.height()).isLessThan(box.height());
        check(inner);
      }
    }
    for (Route route : placedChart.routes()) {
      assertThat(route.points().size()).isGreaterThan(1);
    }
  }

  private static boolean apart(Box one, Box other) {
    return one.x() + one.width() < other.x()
        || other.x() + other.width() < one.x()
        || one.y() + one.height() < other.y()
        || other.y() + other.height() < one.y();
  }
}
