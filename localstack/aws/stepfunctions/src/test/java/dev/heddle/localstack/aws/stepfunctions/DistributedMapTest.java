package dev.heddle.localstack.aws.stepfunctions;

import static dev.heddle.localstack.aws.stepfunctions.Asl.json;
import static dev.heddle.localstack.aws.stepfunctions.Asl.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine.Result;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Maps whose iterations are executions of their own. */
class DistributedMapTest {
  private final Map<String, String> files = new TreeMap<>();
  private final FakeFunctions functions = new FakeFunctions();
  private final InMemoryEngine engine =
      InMemoryEngine.with(new EnginePorts(functions, this::file, events -> {}));

  /** A small S3: objects by path, listings by prefix. */
  private CompletionStage<AwsResponse> file(AwsRequest request) {
    String body = files.get(request.path());
    if (request.method().equals("PUT")) {
      files.put(request.path(), new String(request.body(), StandardCharsets.UTF_8));
      body = "";
    } else if (request.query().startsWith("list-type=2")) {
      body =
          "<ListBucketResult><Contents><Key>a.txt</Key><Size>3</Size><Owner><ID>x</ID></Owner>"
              + "</Contents></ListBucketResult>";
    }
    int status = body == null ? 404 : 200;
    String text = body == null ? "<Error><Message>No such key</Message></Error>" : body;
    return CompletableFuture.completedFuture(
        new AwsResponse(status, Map.of(), text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String map(String state, String fields) {
    return only(
        "{'Type':'Map',"
            + fields
            + "'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},"
            + "'StartAt':'C','States':{'C':"
            + state
            + "}},'End':true}");
  }

  private Result run(String definition, String input) {
    return engine.run(definition, json(input));
  }

  private void gives(String definition, String input, String output) {
    Result result = run(definition, input);
    assertThat(result.status()).as("%s", result).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(Json.parse(String.valueOf(result.output()))).isEqualTo(Json.parse(json(output)));
  }

  @Test
  void everyItemIsAnExecution() {
    String definition =
        map(
            "{'Type':'Pass','Output':'{% $states.input * 2 %}','End':true}",
            "'Items':'{% $states.input.list %}',");
    gives(definition, "{'list':[3,1,2]}", "[6,2,4]");
    Result result = run(definition, "{'list':[1]}");
    assertThat(result.history().stream().map(HistoryEvent::type))
        .containsExactly(
            "ExecutionStarted",
            "MapStateEntered",
            "MapStateStarted",
            "MapRunStarted",
            "MapRunSucceeded",
            "MapStateSucceeded",
            "MapStateExited",
            "ExecutionSucceeded");
  }

  @Test
  void outerVariablesAreOutOfReach() {
    Result result =
        run(
            Asl.machine(
                "'A':{'Type':'Pass','Assign':{'x':1},'Next':'M'},'M':{'Type':'Map','Items':[1],"
                    + "'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED'},'StartAt':'C',"
                    + "'States':{'C':{'Type':'Pass','Output':'{% $x %}','End':true}}},'End':true}"),
            "{}");
    assertThat(result.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
  }

  @Test
  void failuresAreToleratedUpToTheirLimit() {
    String child =
        "{'Type':'Pass','Output':'{% $states.input > 2 ? $error($string($states.input)) : 0 %}',"
            + "'End':true}";
    gives(
        map(
            child,
            "'Items':[1,2,3,4],'ToleratedFailurePercentage':50,"
                + "'Output':'{% [$states.result.(Error ? 1 : 0)] %}',"),
        "{}",
        "[0,0,1,1]");
    Result result = run(map(child, "'Items':[1,2,3,4],'ToleratedFailureCount':1,"), "{}");
    assertThat(result.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
  }

  @Test
  void itemsComeInBatches() {
    gives(
        map(
            "{'Type':'Pass','Output':{'n':'{% $count($states.input.Items) %}',"
                + "'of':'{% $states.input.BatchInput.of %}'},'End':true}",
            "'Items':[1,2,3,4,5],'ItemBatcher':{'MaxItemsPerBatch':2,'BatchInput':{'of':'x'}},"),
        "{}",
        "[{'n':2,'of':'x'},{'n':2,'of':'x'},{'n':1,'of':'x'}]");
  }

  private static String reader(String type) {
    return "'ItemReader':{'Resource':'arn:aws:states:::s3:getObject','ReaderConfig':{"
        + type
        + "},'Arguments':{'Bucket':'b','Key':'{% $states.input.key %}'}},";
  }

  @Test
  void itemsAreReadFromFiles() {
    files.put("/b/list.json", "[1,2]");
    files.put("/b/lines.jsonl", "{\"a\":1}\n\n{\"a\":2}\n");
    files.put("/b/table.csv", "name,says\n\"a, b\",\"say \"\"hi\"\"\"\nc,d\n");
    String pass = "{'Type':'Pass','End':true}";
    gives(map(pass, reader("'InputType':'JSON','MaxItems':1")), "{'key':'list.json'}", "[1]");
    gives(map(pass, reader("'InputType':'JSONL'")), "{'key':'lines.jsonl'}", "[{'a':1},{'a':2}]");
    Result table =
        run(
            map(pass, reader("'InputType':'CSV','CSVHeaderLocation':'FIRST_ROW'")),
            "{'key':'table.csv'}");
    assertThat(table.output())
        .isEqualTo(
            "[{\"name\":\"a, b\",\"says\":\"say \\\"hi\\\"\"},{\"name\":\"c\",\"says\":\"d\"}]");
    Result missing = run(map(pass, reader("'InputType':'JSON'")), "{'key':'none.json'}");
    assertThat(missing.error()).isEqualTo("States.ItemReaderFailed");
    assertThat(missing.cause()).contains("No such key");
  }

  @Test
  void itemsAreFoundInsideAFile() {
    files.put("/b/nested.json", "{\"data\":{\"rows\":[1,2]}}");
    files.put("/b/bars.csv", "a|b\n1|2,3\n");
    String pass = "{'Type':'Pass','End':true}";
    gives(
        map(pass, reader("'InputType':'JSON','ItemsPointer':'/data/rows'")),
        "{'key':'nested.json'}",
        "[1,2]");
    gives(
        map(pass, reader("'InputType':'CSV','CSVDelimiter':'PIPE'")),
        "{'key':'bars.csv'}",
        "[{'a':'1','b':'2,3'}]");
  }

  @Test
  void itemsAreTheRowsOfAnInventory() {
    files.put(
        "/b/manifest.json",
        json(
            "{'sourceBucket':'s','destinationBucket':'arn:aws:s3:::inventory','fileFormat':'CSV',"
                + "'fileSchema':'Bucket, Key, Size','files':[{'key':'1.csv'},{'key':'2.csv'}]}"));
    files.put("/inventory/1.csv", "\"s\",\"a.txt\",\"3\"\n\"s\",\"b.txt\",\"4\"\n");
    files.put("/inventory/2.csv", "\"s\",\"c.txt\",\"5\"\n");
    String key =
        "{'Type':'Pass','Output':'{% $states.input.Key & $states.input.Size %}','End':true}";
    gives(
        map(key, reader("'InputType':'MANIFEST'")),
        "{'key':'manifest.json'}",
        "['a.txt3','b.txt4','c.txt5']");
    files.remove("/inventory/2.csv");
    Result missing = run(map(key, reader("'InputType':'MANIFEST'")), "{'key':'manifest.json'}");
    assertThat(missing.error()).isEqualTo("States.ItemReaderFailed");
  }

  @Test
  void itemsAreTheObjectsOfABucket() {
    gives(
        map(
            "{'Type':'Pass','Output':'{% $states.input.Key %}','End':true}",
            "'ItemReader':{'Resource':'arn:aws:states:::s3:listObjectsV2','Arguments':"
                + "{'Bucket':'b','Prefix':'p'}},"),
        "{}",
        "['a.txt']");
  }

  @Test
  void resultsAreWrittenToFiles() {
    Result result =
        run(
            map(
                "{'Type':'Pass','End':true}",
                "'Items':[7],'ResultWriter':{'Resource':'arn:aws:states:::s3:putObject',"
                    + "'Arguments':{'Bucket':'b','Prefix':'out'}},"),
            "{}");
    assertThat(result.output()).contains("ResultWriterDetails");
    assertThat(files.values()).contains("[7]");
  }

  @Test
  void manyItemsAreNoTrouble() {
    String items = IntStream.range(0, 3_000).boxed().toList().toString();
    Result result =
        run(
            map(
                "{'Type':'Pass','End':true}",
                "'Items':'{% $states.input %}','Output':'{% $sum($states.result) %}',"),
            items);
    assertThat(result.output()).isEqualTo("4498500");
  }
}
