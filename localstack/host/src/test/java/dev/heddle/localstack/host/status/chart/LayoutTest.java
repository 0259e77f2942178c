package dev.heddle.localstack.host.status.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.localstack.host.status.chart.Layout.Box;
import dev.heddle.localstack.host.status.chart.Layout.Placed;
import dev.heddle.localstack.host.status.chart.Layout.Route;
import dev.heddle.localstack.host.status.chart.Layout.Tip;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Drawings of machines: nothing lies on anything else, and all of it is inside. */
class LayoutTest {

  private static Placed placed(String definition) {
    return Layout.of(ChartReader.machine(Wire.JSON.readTree(definition.replace('\'', '"'))));
  }

  @Test
  void arrowsLeadDownAndLoopsLeadUp() {
    Placed placed =
        placed(
            "{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Choice',"
                + "'Choices':[{'Condition':'{% $x %}','Next':'A'}],'Default':'C'},"
                + "'C':{'Type':'Succeed'}}}");
    assertThat(placed.routes())
        .allSatisfy(
            route -> {
              boolean up = route.points().getFirst().y() > route.points().getLast().y();
              assertThat(up).isEqualTo(route.arrow().to().equals("A") && route.tip() == Tip.UP);
            });
    assertThat(placed.routes()).filteredOn(route -> route.tip() == Tip.UP).hasSize(1);
  }

  @Test
  void aStateThatLeadsToItselfHasALoopBeside() {
    Placed placed =
        placed(
            "{'StartAt':'A','States':{'A':{'Type':'Choice','Choices':[{'Condition':'{% $x %}',"
                + "'Next':'B'}],'Default':'A'},'B':{'Type':'Succeed'}}}");
    assertThat(placed.routes()).filteredOn(route -> route.tip() == Tip.LEFT).hasSize(1);
    check(placed);
  }

  @Test
  void branchesAreInsideOfTheirFrame() {
    Placed placed =
        placed(
            "{'StartAt':'P','States':{'P':{'Type':'Parallel','End':true,'Branches':["
                + "{'StartAt':'A','States':{'A':{'Type':'Pass','End':true}}},"
                + "{'StartAt':'M','States':{'M':{'Type':'Map','End':true,'ItemProcessor':"
                + "{'StartAt':'I','States':{'I':{'Type':'Pass','End':true}}}}}}]}}}");
    check(placed);
  }

  @Test
  void nothingOverlapsInAnyMachine() {
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      check(Layout.of(ChartReader.machine(machine(random, 2 + random.nextInt(14)))));
    }
  }

  @Test
  void aLongChainIsNoTrouble() {
    assertThat(Layout.of(ChartReader.machine(machine(new Random(1), 3_000))).boxes())
        .hasSize(3_002);
  }

  /** States that lead on to the next, and now and then anywhere. */
  private static ObjectNode machine(Random random, int states) {
    ObjectNode machine = Wire.JSON.createObjectNode().put("StartAt", "S0");
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

  private static void check(Placed placed) {
    for (Box box : placed.boxes()) {
      assertThat(box.x()).isGreaterThanOrEqualTo(-0.01);
      assertThat(box.x() + box.width()).isLessThanOrEqualTo(placed.width() + 0.01);
      assertThat(box.y() + box.height()).isLessThanOrEqualTo(placed.height() + 0.01);
      for (Box other : placed.boxes()) {
        assertThat(box == other || apart(box, other)).as("%s on %s", box, other).isTrue();
      }
      for (Placed inner : box.inside()) {
        assertThat(inner.x() + inner.width()).isLessThan(box.width());
        assertThat(inner.y() + inner.height()).isLessThan(box.height());
        check(inner);
      }
    }
    for (Route route : placed.routes()) {
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
