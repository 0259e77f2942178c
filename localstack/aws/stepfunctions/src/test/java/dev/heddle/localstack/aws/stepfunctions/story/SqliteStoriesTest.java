package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.store.SqliteStore;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story on SQLite: all in one file, and each with a restart after its first turn. */
class SqliteStoriesTest {
  @TempDir static Path folder;
  private static VirtualStage stage;

  @BeforeAll
  static void open() {
    stage = new VirtualStage(SqliteStoriesTest::store);
  }

  private static CrashingStore store() {
    return new CrashingStore(new SqliteStore(folder.resolve("stories.db")), commit -> false);
  }

  @AfterAll
  static void close() {
    stage.store().close();
  }

  static Stream<MachineStory> stories() {
    return StoryShelf.all().filter(story -> story.workers().isMissingNode());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void goesAsItIsTold(MachineStory story) {
    if (story.fromEpoch()) {
      stage.dieIntoThePast();
    }
    new VirtualPlay(stage)
        .play(
            story,
            current -> {
              current.turns();
              current.die();
            });
  }
}
