package dev.heddle.localstack.aws.stepfunctions.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service would not take. */
class DefinitionParserTest {
  private static final String PASS = "{'Type':'Pass','End':true}";

  private static String refusals(String states, boolean express) {
    String text = "{'QueryLanguage':'JSONata','StartAt':'A','States':{" + states + "}}";
    return DefinitionParser.parse(text.replace('\'', '"'), express).problems().stream()
        .map(DefinitionProblem::text)
        .collect(Collectors.joining("\n"));
  }

  private static String refusals(String states) {
    return refusals(states, false);
  }

  @Test
  void aSoundMachineIsTaken() {
    assertThat(refusals("'A':" + PASS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'Type':'Pass','Next':'B'}                           | Missing 'Next' target: B
          {'Type':'Pass'}                                      | exactly one of 'Next' and 'End'
          {'Type':'Pass','End':true,'InputPath':'$'}           | 'InputPath' is not supported
          {'Type':'Pass','End':true,'QueryLanguage':'JSONPath'} | can not be 'JSONPath'
          {'Type':'Nap','End':true}                            | Unknown state type
          {'Type':'Wait','End':true}                           | exactly one of 'Seconds'
          {'Type':'Wait','Timestamp':'2026','End':true}        | RFC3339
          {'Type':'Pass','Output':'{% $eval(1) %}','End':true} | $eval is not supported at column 1
          {'Type':'Pass','Output':'{% 1 ?: 2 %}','End':true}   | not part of JSONata 2.0.6 at column 3
          {'Type':'Pass','Output':'{% 1 + %}','End':true}      | Invalid JSONata
          {'Type':'Pass','Output':'{% $states.result %}','End':true} | '$states.result' is not
          {'Type':'Pass','Output':'{% $states.errorOutput %}','End':true} | only available in a Catch
          {'Type':'Pass','Assign':{'states':1},'End':true}     | Invalid variable name
          {'Type':'Fail','Cause':7}                            | Expected value of type string
          {'Type':'Choice','Choices':[]}                       | at least one rule
          {'Type':'Task','Resource':'arn:x','End':true}        | cannot be called by a Task
          """)
  void refuses(String state, String why) {
    assertThat(refusals("'A':" + state)).contains(why.strip());
  }

  @Test
  void namesAreUniqueAndShort() {
    String inner = "{'StartAt':'A','States':{'A':" + PASS + "}}";
    assertThat(refusals("'A':{'Type':'Parallel','Branches':[" + inner + "],'End':true}"))
        .contains("Duplicate State name: A at /States/A/Branches[0]/States/A");
    String name = "x".repeat(81);
    assertThat(refusals("'A':{'Type':'Pass','Next':'" + name + "'},'" + name + "':" + PASS))
        .contains("1 to 80 characters");
    assertThat(refusals("'A':" + PASS + ",'B':" + PASS)).contains("\"B\" is not reachable");
  }

  @Test
  void allErrorsStandAloneAndLast() {
    String task = "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','End':true,";
    assertThat(refusals(task + "'Retry':[{'ErrorEquals':['States.ALL','E']}]}")).contains("alone");
    assertThat(refusals(task + "'Retry':[{'ErrorEquals':['States.ALL']},{'ErrorEquals':['E']}]}"))
        .contains("in the last rule");
  }

  @Test
  void innerScopesDoNotAssignOuterVariables() {
    String assigns = "{'Type':'Pass','Assign':{'x':1},'End':true}";
    String outer = "'A':{'Type':'Pass','Assign':{'x':1},'Next':'M'},";
    String map =
        "'M':{'Type':'Map','ItemProcessor':{%s'StartAt':'I','States':{'I':%s}},'End':true}";
    assertThat(refusals(outer + map.formatted("", assigns))).contains("'x' is already assigned");
    String distributed = "'ProcessorConfig':{'Mode':'DISTRIBUTED'},";
    assertThat(refusals(outer + map.formatted(distributed, assigns))).isEmpty();
  }

  @Test
  void expressDoesNotWait() {
    String task = "'A':{'Type':'Task','Resource':'arn:aws:states:::%s','End':true}";
    assertThat(refusals(task.formatted("lambda:invoke.waitForTaskToken"), true))
        .contains("'.waitForTaskToken'");
    assertThat(refusals(task.formatted("states:startExecution.sync:2"), true)).contains("'.sync'");
    assertThat(refusals(task.formatted("lambda:invoke"), true)).isEmpty();
  }

  @Test
  void garbageIsRefusedAndNeverThrows() {
    String seed =
        "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Map\","
            + "\"Items\":\"{% [1] %}\",\"ItemProcessor\":{\"StartAt\":\"B\",\"States\":{\"B\":{"
            + "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Retry\":[{"
            + "\"ErrorEquals\":[\"E\"],\"MaxAttempts\":2}],\"End\":true}}},\"End\":true}}}";
    Random random = new Random(11);
    String[] parts = {"null", "[]", "{}", "\"\"", "-1", "1e400", "true", "\"{%%}\"", "\"$\"", ","};
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(seed);
      for (int edits = random.nextInt(4) + 1; edits > 0; edits--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(12));
        text.replace(at, end, parts[random.nextInt(parts.length)]);
      }
      var parsedDefinition = DefinitionParser.parse(text.toString(), random.nextBoolean());
      assertThat(parsedDefinition.machine() == null)
          .isEqualTo(!parsedDefinition.problems().isEmpty());
    }
    String deep = "{\"a\":".repeat(5_000);
    assertThat(DefinitionParser.parse(deep, false).problems()).isNotEmpty();
    String many = "{% " + "(".repeat(2_000) + " %}";
    assertThat(refusals("'A':{'Type':'Pass','Output':'" + many + "','End':true}")).contains("deep");
  }
}
