package dev.heddle.localstack.aws.stepfunctions.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heddle.localstack.aws.stepfunctions.EngineHttpServer;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The stories that need nothing but a machine on any endpoint that speaks the protocol, in real
 * time: the one that HEDDLE_STEPFUNCTIONS_ENDPOINT names, else LocalStack where Docker runs.
 */
class EndpointStoriesTest {
  private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4");
  private static final int GLANCE_MILLIS = 100;
  private static @Nullable LocalStackContainer localStack;
  private static SfnClient client;

  @BeforeAll
  static void open() {
    String named = System.getenv("HEDDLE_STEPFUNCTIONS_ENDPOINT");
    client = EngineHttpServer.client(named == null ? localStack() : URI.create(named));
  }

  private static URI localStack() {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "HEDDLE_STEPFUNCTIONS_ENDPOINT names no endpoint and no Docker engine answers, so no story"
            + " is played on another Step Functions");
    LocalStackContainer started = new LocalStackContainer(IMAGE).withServices("stepfunctions");
    started.start();
    localStack = started;
    return started.getEndpoint();
  }

  @AfterAll
  static void close() {
    if (client != null) {
      client.close();
    }
    if (localStack != null) {
      localStack.stop();
    }
  }

  static Stream<MachineStory> stories() {
    return StoryShelf.all()
        .filter(MachineStory::standsAlone)
        .filter(story -> story.stop().isMissingNode() && story.pace() == 1)
        .filter(story -> !story.express());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void goesAsItIsTold(MachineStory story) throws InterruptedException {
    var play = new EndpointPlay(client, count -> Thread.sleep(GLANCE_MILLIS));
    String name = story.machineName() + "-" + UUID.randomUUID().toString().substring(0, 8);
    String machine = play.create(name, story.definition(), false);
    StoryEnd end = play.end(play.start(machine, story.input()));
    new StoryCheck(story.expected()).check(end);
    client.deleteStateMachine(d -> d.stateMachineArn(machine));
  }
}
