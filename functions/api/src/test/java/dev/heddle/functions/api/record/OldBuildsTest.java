package dev.heddle.functions.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Builds that were stored before there were run maps. */
class OldBuildsTest {
  private static final JsonNode GRAPH =
      WireJson.MAPPER.readTree(
          """
          {"schemaVersion": 1, "name": "Old", "settings": {"errorWorkflow": "wf_e"}, "nodes": [
            {"id": "hook", "type": "webhook@1"},
            {"id": "gone", "type": "not-known-any-more@7"},
            {"id": "reply", "type": "respond@1"}],
           "edges": [{"source": "hook", "target": "reply"}]}
          """);

  private final Ports ports =
      LocalCloud.cloud().ports(TestUnit.with(new Access.Writes(Workflows.ENTITY)));
  private final Workflows workflows =
      ports.of(Workflows.ENTITY).apply(new Tenant(ports.ids().next("ten")));
  private final String workflow = ports.ids().next("wf");

  private WorkflowBuild stored() {
    return workflows.build(workflow, "v1").orElseThrow();
  }

  private void storeByTheOldLayout() {
    SourceMap source = new SourceMap(Map.of(), Map.of(), Map.of());
    workflows.keep(
        new WorkflowBuild(workflow, "v1", 1, "arn:x", Kind.STANDARD, GRAPH, source, null));
  }

  @Test
  void are_completed_once() {
    storeByTheOldLayout();
    WorkflowBuild found = stored();
    assertThat(found.runMap()).isNull();

    WorkflowBuild completed = BuildRunMaps.completed(workflows, found);

    assertThat(completed.runMap()).isNotNull();
    WorkflowBuild again = stored();
    assertThat(again).isEqualTo(completed);
    assertThat(BuildRunMaps.completed(workflows, again)).isSameAs(again);
  }

  /** What compiled then need not compile now: its nodes are read as far as they are known. */
  @Test
  void are_read_whatever_became_of_the_node_types_they_use() {
    storeByTheOldLayout();

    RunMap map = BuildRunMaps.runMap(stored());

    assertThat(map.name()).isEqualTo("Old");
    assertThat(map.errorWorkflow()).isEqualTo("wf_e");
    assertThat(map.nodes().keySet()).containsExactly("hook", "reply");
    assertThat(map.entries()).isEqualTo(List.of(new RunMap.Entry("hook", RunMap.Role.EVENT)));
    assertThat(map.responders()).containsExactly("reply");
    assertThat(stored().runMap()).isNull();
  }
}
