package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays stories on a stage in virtual time. */
final class VirtualPlay {
  static final Consumer<VirtualStage> NOTHING = stage -> {};
  private final VirtualStage stage;

  VirtualPlay(VirtualStage stage) {
    this.stage = stage;
  }

  /** Plays a story; {@code started} happens when its run has been started. */
  void play(MachineStory story, Consumer<VirtualStage> started) {
    ScriptedWorld world = prepare(story);
    Execution execution = stage.start(story.machineName(), story.input());
    started.accept(stage);
    if (!story.stop().isMissingNode()) {
      JsonNode stop = story.stop();
      stage.world().after(stop.path("after").asDouble(0), () -> stage.stop(execution, stop));
    }
    StoredExecution end = stage.end(execution);
    var check = new StoryCheck(story.expected());
    check.check(stage.story(end));
    if (!story.redriven().isMissingNode()) {
      stage.redrive(execution);
      check = new StoryCheck((ObjectNode) story.redriven());
      check.check(stage.story(stage.end(execution)));
    }
    check.checkWorld(world);
  }

  private ScriptedWorld prepare(MachineStory story) {
    var world = new ScriptedWorld(story, stage.world(), stage);
    stage.callThrough(world::ports);
    stage.attempts(world::next);
    story.machines().forEach((name, definition) -> stage.create(name, definition, false));
    stage.create(story.machineName(), story.definition(), story.express());
    return world;
  }
}
