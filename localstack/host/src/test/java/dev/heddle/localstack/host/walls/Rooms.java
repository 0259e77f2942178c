package dev.heddle.localstack.host.walls;

import static dev.heddle.localstack.host.walls.Library.AWS_SDK;
import static dev.heddle.localstack.host.walls.Library.CDK;
import static dev.heddle.localstack.host.walls.Library.LAMBDA;
import static dev.heddle.localstack.host.walls.Library.MODEL_SDK;
import static dev.heddle.localstack.host.walls.Library.SPRING;

import java.util.List;

/** Every room of the house and what it may import: a row each, in the order of the build. */
final class Rooms {
  private static final String EVENTS = "events";
  private static final String EDGE = "localstack/aws/edge";
  private static final String LANGUAGE = "statemachines/language";
  private static final String COMPILER = "statemachines/compiler";
  private static final String SPEC = "functions/spec";
  private static final String CORE = "functions/core";
  private static final String TRIGGERS = "functions/triggers";
  private static final String PUBLISHING = "functions/publishing";
  private static final String AWS = "functions/aws";
  private static final String MODEL = "functions/ai/model";
  private static final String GLUE = "functions/lambda/glue";

  /** The groups of units, none of which knows another. */
  static final List<String> SIBLINGS =
      List.of(
          "functions/api",
          "functions/nodes",
          "functions/ai",
          "functions/channels",
          "functions/billing");

  static final List<Room> ALL =
      List.of(
          Room.of(EVENTS),
          Room.of(EDGE).with(AWS_SDK),
          Room.of("localstack/aws/dynamodb").uses(EDGE).with(AWS_SDK),
          Room.of("localstack/aws/stepfunctions").uses(EDGE).with(AWS_SDK),
          Room.of("localstack/aws/services").uses(EDGE).with(AWS_SDK),
          Room.of("localstack/aws/all").uses("localstack/aws").with(AWS_SDK),
          Room.of(LANGUAGE),
          Room.of(COMPILER).uses(LANGUAGE),
          Room.of(SPEC).uses(LANGUAGE, EVENTS),
          Room.of(CORE).uses(SPEC, LANGUAGE, EVENTS),
          Room.of(TRIGGERS).uses(SPEC, LANGUAGE, EVENTS),
          Room.of(PUBLISHING).uses(COMPILER, TRIGGERS, CORE, SPEC, LANGUAGE, EVENTS),
          Room.of(AWS).uses(CORE, SPEC, LANGUAGE, EVENTS).with(AWS_SDK),
          Room.of("functions/api").uses(PUBLISHING, TRIGGERS, CORE, SPEC, LANGUAGE, EVENTS),
          Room.of("functions/nodes").uses(CORE, SPEC, LANGUAGE, EVENTS),
          Room.of(MODEL).uses(CORE, SPEC, LANGUAGE, EVENTS),
          Room.of("functions/ai/openai").uses(SPEC).with(MODEL_SDK),
          Room.of("functions/ai/chat").uses(MODEL, CORE, SPEC, LANGUAGE, EVENTS),
          Room.of("functions/ai/agent").uses(MODEL, CORE, SPEC, LANGUAGE, EVENTS),
          Room.of("functions/channels").uses(PUBLISHING, TRIGGERS, CORE, SPEC, LANGUAGE, EVENTS),
          Room.of("functions/catalog")
              .uses("functions/api", "functions/nodes", "functions/ai", "functions/channels")
              .uses(AWS, PUBLISHING, TRIGGERS, CORE, SPEC, COMPILER, LANGUAGE, EVENTS),
          Room.of(GLUE).uses(AWS, CORE, SPEC, EVENTS).with(SPRING, LAMBDA),
          Room.of("functions/lambda/api").uses("functions/api", GLUE, SPEC),
          Room.of("functions/lambda/nodes").uses("functions/nodes", GLUE, SPEC),
          Room.of("functions/lambda/ai").uses("functions/ai/agent", GLUE, SPEC),
          Room.of("functions/lambda/ai-openai").uses("functions/ai", GLUE, SPEC),
          Room.of("functions/lambda/channels").uses("functions/channels", GLUE, SPEC),
          Room.of("infra-cdk")
              .uses("functions/catalog", AWS, CORE, SPEC, COMPILER, LANGUAGE)
              .with(CDK),
          Room.of("localstack/lab")
              .uses("localstack/aws", PUBLISHING, CORE, SPEC, COMPILER, LANGUAGE)
              .with(AWS_SDK, LAMBDA),
          Room.of("localstack/host")
              .uses("localstack/lab", "localstack/aws", "functions/catalog", AWS, PUBLISHING)
              .uses(TRIGGERS, CORE, SPEC, COMPILER, LANGUAGE, EVENTS)
              .with(AWS_SDK));

  private Rooms() {}
}
