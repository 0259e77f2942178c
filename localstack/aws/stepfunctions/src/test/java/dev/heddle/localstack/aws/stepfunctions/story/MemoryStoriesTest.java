package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.store.MemoryStore;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story in memory and in virtual time. */
class MemoryStoriesTest {
  static Stream<MachineStory> stories() {
    return StoryShelf.all()
        .filter(story -> story.workers().isMissingNode() && story.redriven().isMissingNode());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void goesAsItIsTold(MachineStory story) {
    var play = new VirtualPlay(new VirtualStage(MemoryStore::new));
    play.play(story, VirtualPlay.NOTHING);
  }
}
