package dev.heddle.localstack.aws.stepfunctions.story;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The stories that no race of times is about, on the whole engine through the SDK and HTTP. */
@Timeout(120)
class HttpStoriesTest {
  private static final int GLANCES = 3;
  private static final int GLANCE_MILLIS = 5;
  @TempDir static Path folder;
  private static HttpStage stage;

  @BeforeAll
  static void open() {
    stage = new HttpStage(folder);
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  static Stream<MachineStory> stories() {
    return StoryShelf.all().filter(story -> !story.needsVirtualTime());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void goesAsItIsTold(MachineStory story) throws InterruptedException {
    var play = new EndpointPlay(stage.client(), count -> glance(story, count));
    stage.clear();
    var world = new ScriptedWorld(story, stage, play);
    stage.callThrough(world.ports());
    story.machines().forEach(play::createAgain);
    story.workers().properties().forEach(w -> hire(play, w.getKey(), story));
    String machine = play.create(story.machineName(), story.definition(), story.express());
    var check = new StoryCheck(story.expected());
    check.check(story.express() ? sync(play, machine, story) : run(play, machine, story));
    if (!story.redriven().isMissingNode()) {
      String execution = machine.replace(":stateMachine:", ":execution:") + ":run";
      play.redrive(execution);
      check = new StoryCheck((ObjectNode) story.redriven());
      check.check(play.end(execution));
    }
    check.checkWorld(world);
  }

  private static StoryEnd sync(EndpointPlay play, String machine, MachineStory story)
      throws InterruptedException {
    var end = CompletableFuture.supplyAsync(() -> play.sync(machine, story.input()));
    for (int i = 0; !end.isDone(); i++) {
      glance(story, i);
    }
    return end.join();
  }

  private static StoryEnd run(EndpointPlay play, String machine, MachineStory story)
      throws InterruptedException {
    String execution = play.start(machine, story.input());
    if (!story.stop().isMissingNode()) {
      double after = story.stop().path("after").asDouble(0);
      stage.after(after, () -> play.stop(execution, story.stop()));
    }
    return play.end(execution);
  }

  private static void hire(EndpointPlay play, String name, MachineStory story) {
    String activity = play.activity(name);
    var script = story.workers().get(name);
    if (!script.has("absent")) {
      Thread.ofVirtual().start(() -> play.work(activity, script));
    }
  }

  /** Time goes on when nothing has happened at several looks. */
  private static void glance(MachineStory story, int count) throws InterruptedException {
    if (!stage.hears(GLANCE_MILLIS) && count % GLANCES == GLANCES - 1) {
      stage.pass(story.pace());
    }
  }
}
