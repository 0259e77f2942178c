package dev.heddle.infracdk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.entity.TableSpecs;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.Unit;
import dev.heddle.statemachines.compiler.platform.PlatformMachine;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.lambda.Code;
import tools.jackson.databind.JsonNode;

/** Synthesises once with a placeholder for the jars and looks at every entry of the catalog. */
class HeddleStacksTest {
  private static final Map<String, JsonNode> TEMPLATES = new HashMap<>();
  private static HeddleStacks stacks;

  @BeforeAll
  static void synthesise(@TempDir Path root) throws IOException {
    Path jar = Files.write(root.resolve("placeholder.jar"), new byte[] {0});
    App app = new App();
    stacks =
        HeddleStacks.of(
            app,
            DeploymentConfig.of(app, root),
            Catalog.HEDDLE,
            _ -> Code.fromAsset(jar.toString()));
    Aspects.of(app).add(new AwsSolutionsChecks());
    Path templates = Path.of(app.synth().getDirectory());
    for (Stack stack : stacks.all()) {
      TEMPLATES.put(
          stack.getStackName(),
          WireJson.MAPPER.readTree(templates.resolve(stack.getTemplateFile())));
    }
  }

  @Test
  void nothingIsLeftForCdkNagToFind() {
    var any = Match.stringLikeRegexp("AwsSolutions-.*");
    for (Stack stack : stacks.all()) {
      Annotations annotations = Annotations.fromStack(stack);
      assertThat(annotations.findError("*", any)).as(stack.getStackName()).isEmpty();
      assertThat(annotations.findWarning("*", any)).as(stack.getStackName()).isEmpty();
    }
  }

  @Test
  void noStackComesNearCloudFormationsLimits() {
    TEMPLATES.forEach(StackLimits::hold);
  }

  @Test
  void stacksShareNothingThatWouldBlockRemovingAFunction() {
    TEMPLATES.forEach(StackLimits::importNoFunction);
  }

  @Test
  void everyGroupIsOneAsset() {
    Map<FunctionGroup, Set<String>> assets =
        Catalog.HEDDLE.functions().stream()
            .collect(groupingBy(FunctionGroup::of, mapping(HeddleStacksTest::asset, toSet())));
    assertThat(assets.values()).allSatisfy(asset -> assertThat(asset).hasSize(1));
  }

  private static String asset(Unit unit) {
    JsonNode function =
        one(of(unit), "AWS::Lambda::Function", "/FunctionName", "heddle-" + unit.name());
    return function.at("/Code/S3Key").stringValue();
  }

  @TestFactory
  Stream<DynamicTest> everyUnitIsAFunctionWithARoleOfItsOwn() {
    return Catalog.HEDDLE.functions().stream()
        .map(unit -> DynamicTest.dynamicTest(unit.name(), () -> isAFunction(unit)));
  }

  private static void isAFunction(Unit unit) {
    JsonNode function =
        one(of(unit), "AWS::Lambda::Function", "/FunctionName", "heddle-" + unit.name());
    assertThat(function.at("/Runtime").stringValue()).isEqualTo("java25");
    assertThat(function.at("/SnapStart/ApplyOn").stringValue()).isEqualTo("PublishedVersions");
    assertThat(function.at("/Environment/Variables/HEDDLE_UNIT").stringValue())
        .isEqualTo(unit.name());
    one(of(unit), "AWS::IAM::Role", "/Description", "Of " + unit.name() + " alone");
  }

  @TestFactory
  Stream<DynamicTest> noFunctionMayDoWhatItDidNotDeclare() {
    return Catalog.HEDDLE.functions().stream()
        .map(unit -> DynamicTest.dynamicTest(unit.name(), () -> mayDoNoMore(unit)));
  }

  private static void mayDoNoMore(Unit unit) {
    String policies =
        resources(of(unit), "AWS::IAM::Policy")
            .filter(policy -> policy.at("/PolicyName").asString().startsWith(unit.name() + "Role"))
            .map(JsonNode::toString)
            .reduce("", String::concat);
    assertThat(policies.contains("dynamodb:PutItem"))
        .isEqualTo(unit.access().stream().anyMatch(Access.Writes.class::isInstance));
    assertThat(policies.contains("states:StartExecution"))
        .isEqualTo(unit.access().contains(new Access.StartsRuns()));
    assertThat(policies.contains("states:SendTaskSuccess"))
        .isEqualTo(unit.access().contains(new Access.CompletesTasks()));
    assertThat(policies.contains("secretsmanager:"))
        .isEqualTo(unit.access().stream().anyMatch(Access.Uses.class::isInstance));
    assertThat(policies).doesNotContain("\"Action\":\"*\"").doesNotContain("AdministratorAccess");
  }

  @TestFactory
  Stream<DynamicTest> everyRouteIsInTheHttpApi() {
    return Catalog.HEDDLE.routes().stream()
        .map(route -> DynamicTest.dynamicTest(route.name(), () -> isARoute(route)));
  }

  private static void isARoute(Route<?, ?> route) {
    String key = route.spec().verb() + " " + route.spec().path();
    String type = route.spec().audience() == RouteAudience.ANYONE ? "NONE" : "CUSTOM";
    JsonNode found = one(of(route), "AWS::ApiGatewayV2::Route", "/RouteKey", key);
    assertThat(found.at("/AuthorizationType").stringValue()).isEqualTo(type);
  }

  @TestFactory
  Stream<DynamicTest> everyChannelIsInTheHttpApi() {
    return Catalog.HEDDLE.channels().stream()
        .flatMap(
            channel ->
                channel.spec().paths().stream()
                    .map(path -> DynamicTest.dynamicTest(path, () -> isAnyRoute(channel, path))));
  }

  private static void isAnyRoute(Channel channel, String path) {
    one(of(channel), "AWS::ApiGatewayV2::Route", "/RouteKey", "ANY " + path);
  }

  @Test
  void theGatewayAsksTheAuthorizerByItsName() {
    Job<?, ?> job = job(new Job.Source.FromAuthorizer());
    assertThat(resources(gateway(), "AWS::ApiGatewayV2::Authorizer"))
        .singleElement()
        .extracting(authorizer -> authorizer.at("/AuthorizerUri").toString())
        .asString()
        .contains(":function:heddle-" + job.name() + ":live/invocations");
    assertThat(resources(of(job), "AWS::Lambda::Permission"))
        .anyMatch(permission -> permission.at("/SourceArn").toString().contains("authorizers/"));
  }

  private static Job<?, ?> job(Job.Source source) {
    return Catalog.HEDDLE.jobs().stream()
        .filter(job -> job.spec().source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLiveApiHasItsThreeRoutes() {
    JsonNode live = of(job(new Job.Source.FromWebSocket()));
    for (String key : List.of("$connect", "$disconnect", "$default")) {
      one(live, "AWS::ApiGatewayV2::Route", "/RouteKey", key);
    }
  }

  @Test
  void everyTableHasStreamsRecoveryAndExpiry() {
    List<JsonNode> tables = resources(foundation(), "AWS::DynamoDB::Table").toList();
    assertThat(tables).hasSize(TableSpecs.ALL.size());
    for (JsonNode table : tables) {
      assertThat(table.at("/StreamSpecification/StreamViewType").stringValue())
          .isEqualTo("NEW_AND_OLD_IMAGES");
      assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled"))
          .hasToString("true");
      assertThat(table.at("/TimeToLiveSpecification/AttributeName").stringValue())
          .isEqualTo(TableItem.TTL);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyPlatformMachineIsThereWithARoleOfItsOwn() {
    return Catalog.HEDDLE.machines().stream()
        .map(machine -> DynamicTest.dynamicTest(machine.name(), () -> isAMachine(machine)));
  }

  private static void isAMachine(PlatformMachine machine) {
    JsonNode made =
        one(
            machines(),
            "AWS::StepFunctions::StateMachine",
            "/StateMachineName",
            "heddle-" + machine.name());
    assertThat(made.at("/StateMachineType").stringValue()).isEqualTo("STANDARD");
    assertThat(made.at("/LoggingConfiguration/Level").stringValue()).isEqualTo("ALL");
    assertThat(made.at("/LoggingConfiguration/IncludeExecutionData").asBoolean(true)).isFalse();
    String role = resources(machines(), "AWS::IAM::Policy").map(JsonNode::toString).toList() + "";
    for (String unit : machine.functions()) {
      one(of(unit(unit)), "AWS::Lambda::Function", "/FunctionName", "heddle-" + unit);
      assertThat(made.at("/DefinitionString").asString()).contains("heddle-" + unit + ":live");
      assertThat(role).contains("function:heddle-" + unit + ":live");
    }
    assertThat(role.contains("stateMachine:heddle-ten_*")).isEqualTo(machine.startsWorkflows());
    assertThat(role).doesNotContain("function:heddle-*");
    assertThat(resources(foundation(), "AWS::IAM::Policy").map(JsonNode::toString))
        .anyMatch(policy -> policy.contains("stateMachine:heddle-" + machine.name()));
  }

  private static Unit unit(String name) {
    return Catalog.HEDDLE.units().stream()
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> everyQueueHasDeadLettersAndPartialFailures() {
    return Catalog.HEDDLE.jobs().stream()
        .filter(job -> job.spec().source() instanceof Job.Source.FromQueue)
        .map(job -> DynamicTest.dynamicTest(job.name(), () -> hasDeadLetters(job)));
  }

  private static void hasDeadLetters(Job<?, ?> job) {
    int tries = ((Job.Source.FromQueue) job.spec().source()).tries();
    assertThat(resources(foundation(), "AWS::SQS::Queue"))
        .anyMatch(queue -> queue.at("/RedrivePolicy/maxReceiveCount").asInt(0) == tries);
    assertThat(resources(of(job), "AWS::Lambda::EventSourceMapping"))
        .anyMatch(
            mapping ->
                mapping
                    .at("/FunctionResponseTypes")
                    .toString()
                    .contains("ReportBatchItemFailures"));
  }

  @Test
  void theSiteIsPrivateBehindCloudFront() {
    JsonNode bucket = resources(site(), "AWS::S3::Bucket").findFirst().orElseThrow();
    assertThat(bucket.at("/PublicAccessBlockConfiguration/BlockPublicPolicy")).hasToString("true");
    assertThat(resources(site(), "AWS::CloudFront::OriginAccessControl")).hasSize(1);
  }

  private static JsonNode one(JsonNode template, String type, String pointer, String value) {
    List<JsonNode> found =
        resources(template, type)
            .filter(properties -> properties.at(pointer).asString().equals(value))
            .toList();
    assertThat(found).as(type + " with " + pointer + " = " + value).hasSize(1);
    return found.getFirst();
  }

  private static Stream<JsonNode> resources(JsonNode template, String type) {
    return template
        .get("Resources")
        .valueStream()
        .filter(resource -> resource.get("Type").stringValue().equals(type))
        .map(resource -> resource.get("Properties"));
  }

  private static JsonNode machines() {
    return TEMPLATES.get("heddle-machines");
  }

  private static JsonNode of(Unit unit) {
    return TEMPLATES.get("heddle-" + StackPlacement.of(unit).stack());
  }

  private static JsonNode foundation() {
    return TEMPLATES.get("heddle-foundation");
  }

  private static JsonNode gateway() {
    return TEMPLATES.get("heddle-gateway");
  }

  private static JsonNode site() {
    return TEMPLATES.get("heddle-site");
  }
}
