package dev.heddle.localstack.aws.stepfunctions.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every problem a definition can have, with its place. */
class DefinitionProblemTableTest {
  private static final String INVOKE = "'Resource':'arn:aws:states:::lambda:invoke'";
  private static final String MAP =
      "'ItemProcessor':{'StartAt':'I','States':{'I':{'Type':'Pass','End':true}}}";

  private static List<DefinitionProblem> problems(String text, boolean express) {
    String json =
        text.replace("<invoke>", INVOKE)
            .replace("<map>", MAP)
            .replace("<end>", "'End':true")
            .replace('\'', '"');
    return DefinitionParser.parse(json, express).problems();
  }

  private static void has(List<DefinitionProblem> problems, String where, String what) {
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.location()).isEqualTo(where.strip());
              assertThat(problem.message()).contains(what.strip());
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          []                                                        | ~~ | must be a valid JSON object
          7                                                         | ~~ | must be a valid JSON object
          {}                                                        | / | These fields are required: [StartAt, States]
          {'StartAt':'A'}                                           | / | These fields are required: [States]
          {'StartAt':'A','States':{}}                               | /States | at least one state
          {'StartAt':'A','States':[]}                               | /States | at least one state
          {'StartAt':7,'States':{'A':{'Type':'Pass',<end>}}}        | /StartAt | Expected value of type String
          {'StartAt':'B','States':{'A':{'Type':'Pass',<end>}}}      | /StartAt | Missing 'StartAt' target: B
          {'StartAt':'A','States':{'A':7}}                          | /States/A | Expected value of type Object
          {'StartAt':'A','Extra':1,'States':{'A':{'Type':'Pass',<end>}}} | / | Field 'Extra' is not supported
          {'StartAt':'A','TimeoutSeconds':0,'States':{'A':{'Type':'Pass',<end>}}} | /TimeoutSeconds | at least 1
          {'StartAt':'A','QueryLanguage':'SQL','States':{'A':{'Type':'Pass',<end>}}} | /QueryLanguage | one of [JSONPath, JSONata]
          """)
  void ofTheMachine(String text, String where, String what) {
    has(problems(text, false), where, what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                    | /States/A | These fields are required: [Type]
          {'Type':7}                                            | /States/A/Type | Expected value of type String
          {'Type':'pass',<end>}                                 | /States/A/Type | Unknown state type 'pass'
          {'Type':'Pass'}                                       | /States/A | exactly one of 'Next' and 'End'
          {'Type':'Pass',<end>,'Next':'A'}                      | /States/A | exactly one of 'Next' and 'End'
          {'Type':'Pass','End':false}                           | /States/A | exactly one of 'Next' and 'End'
          {'Type':'Pass','End':'yes'}                           | /States/A/End | Expected value of type Boolean
          {'Type':'Pass','Next':'B'}                            | /States/A/Next | Missing 'Next' target: B
          {'Type':'Pass',<end>,'Result':1,'Retry':[]}           | /States/A | Field 'Retry' is not supported
          {'Type':'Pass',<end>,'Output':1}                      | /States/A | Field 'Output' is not supported
          {'Type':'Pass',<end>,'InputPath':7}                   | /States/A/InputPath | Expected a JSONPath
          {'Type':'Pass',<end>,'InputPath':'a'}                 | /States/A/InputPath | A path begins with '$'
          {'Type':'Pass',<end>,'OutputPath':'$['}               | /States/A/OutputPath | Invalid path
          {'Type':'Pass',<end>,'ResultPath':'$..a'}             | /States/A/ResultPath | must be a reference path
          {'Type':'Pass',<end>,'Parameters':{'a.$':1}}          | /States/A/Parameters/a.$ | must be a STRING
          {'Type':'Pass',<end>,'Parameters':{'a.$':'States.Array(01)'}} | /States/A/Parameters/a.$ | valid intrinsic
          {'Type':'Pass',<end>,'Assign':[]}                     | /States/A/Assign | Expected value of type Object
          {'Type':'Pass',<end>,'Assign':{'1x':1}}               | /States/A/Assign | Invalid variable name '1x'
          {'Type':'Pass',<end>,'Assign':{'states':1}}           | /States/A/Assign | Invalid variable name 'states'
          {'Type':'Pass',<end>,'Assign':{'a.$':'x'}}            | /States/A/Assign/a.$ | valid JSONPath
          {'Type':'Succeed','Next':'A'}                         | /States/A | Field 'Next' is not supported
          {'Type':'Fail','Error':1}                             | /States/A/Error | Expected value of type string
          {'Type':'Fail','Error':'a','ErrorPath':'$.a'}         | /States/A/Error | Only one of 'Error' and 'ErrorPath'
          {'Type':'Fail',<end>}                                 | /States/A | Field 'End' is not supported
          {'Type':'Wait',<end>}                                 | /States/A | exactly one of 'Seconds' and 'Timestamp'
          {'Type':'Wait',<end>,'Seconds':1,'Timestamp':'2030-01-01T00:00:00Z'} | /States/A | exactly one of
          {'Type':'Wait',<end>,'Seconds':'1'}                   | /States/A/Seconds | Expected value of type number
          {'Type':'Wait',<end>,'Timestamp':'2030-01-01'}        | /States/A/Timestamp | RFC3339
          {'Type':'Wait',<end>,'SecondsPath':'x'}               | /States/A/SecondsPath | A path begins with
          {'Type':'Choice'}                                     | /States/A | These fields are required: [Choices]
          {'Type':'Choice','Choices':[]}                        | /States/A/Choices | at least one rule
          {'Type':'Choice','Choices':{}}                        | /States/A/Choices | Expected value of type Array
          {'Type':'Choice','Choices':[{'Variable':'$','IsNull':true}]} | /States/A/Choices[0] | required: [Next]
          {'Type':'Choice','Choices':[{'Next':'A'}]}            | /States/A/Choices[0] | exactly one operator
          {'Type':'Choice','Choices':[{'Variable':'$','IsNull':1,'Next':'A'}]} | /States/A/Choices[0]/IsNull | cannot compare to 1
          {'Type':'Choice','Choices':[{'Variable':'$','IsNull':true,'Next':'A'}],'Default':'B'} | /States/A/Next | target: B
          {'Type':'Choice','Choices':[],'End':true}             | /States/A | Field 'End' is not supported
          {'Type':'Task',<end>}                                 | /States/A | These fields are required: [Resource]
          {'Type':'Task',<end>,'Resource':7}                    | /States/A/Resource | Expected value of type String
          {'Type':'Task',<end>,'Resource':'x'}                  | /States/A/Resource | cannot be called by a Task
          {'Type':'Task',<end>,'Resource':'arn:aws:states:::a:b.now'} | /States/A/Resource | Unknown service integration pattern .now
          {'Type':'Task',<end>,<invoke>,'TimeoutSeconds':0}     | /States/A/TimeoutSeconds | whole number from 1
          {'Type':'Task',<end>,<invoke>,'TimeoutSeconds':1.5}   | /States/A/TimeoutSeconds | whole number from 1
          {'Type':'Task',<end>,<invoke>,'HeartbeatSeconds':100000000} | /States/A/HeartbeatSeconds | whole number from 1
          {'Type':'Task',<end>,<invoke>,'TimeoutSeconds':1,'TimeoutSecondsPath':'$.a'} | /States/A/TimeoutSeconds | Only one of
          {'Type':'Task',<end>,<invoke>,'Credentials':{}}       | /States/A/Credentials | 'RoleArn' is required
          {'Type':'Task',<end>,<invoke>,'Retry':{}}             | /States/A/Retry | Expected value of type Array
          {'Type':'Task',<end>,<invoke>,'Retry':[{}]}           | /States/A/Retry[0] | required: [ErrorEquals]
          {'Type':'Task',<end>,<invoke>,'Retry':[{'ErrorEquals':[]}]} | /States/A/Retry[0]/ErrorEquals | at least one error name
          {'Type':'Task',<end>,<invoke>,'Retry':[{'ErrorEquals':[1]}]} | /States/A/Retry[0]/ErrorEquals | type String
          {'Type':'Task',<end>,<invoke>,'Retry':[{'ErrorEquals':['E'],'IntervalSeconds':-1}]} | /States/A/Retry[0]/IntervalSeconds | at least 0
          {'Type':'Task',<end>,<invoke>,'Retry':[{'ErrorEquals':['E'],'MaxAttempts':-1}]} | /States/A/Retry[0]/MaxAttempts | at least 0
          {'Type':'Task',<end>,<invoke>,'Retry':[{'ErrorEquals':['E'],'BackoffRate':0.5}]} | /States/A/Retry[0]/BackoffRate | at least 1
          {'Type':'Task',<end>,<invoke>,'Retry':[{'ErrorEquals':['E'],'MaxDelaySeconds':0}]} | /States/A/Retry[0]/MaxDelaySeconds | at least 1
          {'Type':'Task',<end>,<invoke>,'Retry':[{'ErrorEquals':['E'],'JitterStrategy':'SOME'}]} | /States/A/Retry[0]/JitterStrategy | one of [FULL, NONE]
          {'Type':'Task',<end>,<invoke>,'Retry':[{'ErrorEquals':['E'],'Next':'A'}]} | /States/A/Retry[0] | Field 'Next' is not supported
          {'Type':'Task',<end>,<invoke>,'Retry':[{'ErrorEquals':['States.ALL','E']}]} | /States/A/Retry[0]/ErrorEquals | alone in its rule
          {'Type':'Task',<end>,<invoke>,'Catch':[{'ErrorEquals':['States.ALL'],'Next':'A'},{'ErrorEquals':['E'],'Next':'A'}]} | /States/A/Catch[0]/ErrorEquals | in the last rule
          {'Type':'Task',<end>,<invoke>,'Catch':[{'ErrorEquals':['E']}]} | /States/A/Catch[0] | required: [Next]
          {'Type':'Task',<end>,<invoke>,'Catch':[{'ErrorEquals':['E'],'Next':'B'}]} | /States/A/Next | target: B
          {'Type':'Task',<end>,<invoke>,'Catch':[{'ErrorEquals':['E'],'Next':'A','ResultPath':'x'}]} | /States/A/Catch[0]/ResultPath | begins with
          {'Type':'Parallel',<end>}                             | /States/A | required: [Branches]
          {'Type':'Parallel',<end>,'Branches':[]}               | /States/A/Branches | at least one branch
          {'Type':'Parallel',<end>,'Branches':[{}]}             | /States/A/Branches[0] | required: [StartAt, States]
          {'Type':'Parallel',<end>,'Branches':[{'StartAt':'B','States':{'B':{'Type':'Pass','Next':'A'}}}]} | /States/A/Branches[0]/States/B/Next | target: A
          {'Type':'Map',<end>}                                  | /States/A | required: [ItemProcessor]
          {'Type':'Map',<end>,<map>,'MaxConcurrency':'1'}       | /States/A/MaxConcurrency | type number
          {'Type':'Map',<end>,<map>,'ItemsPath':'x'}            | /States/A/ItemsPath | begins with
          {'Type':'Map',<end>,<map>,'Branches':[]}              | /States/A | Field 'Branches' is not supported
          {'Type':'Pass',<end>,'QueryLanguage':'XPath'}         | /States/A/QueryLanguage | one of
          """)
  void ofAState(String state, String where, String what) {
    has(problems("{'StartAt':'A','States':{'A':" + state + "}}", false), where, what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'Label':''                                        | /States/A/Label | 1 to 40 characters
          'ItemReader':{}                                   | /States/A/ItemReader | required: [Resource]
          'ItemReader':{'Resource':'x'}                     | /States/A/ItemReader/Resource | cannot be called
          'ItemReader':{'Resource':'arn:aws:states:::s3:getObject','ReaderConfig':{'InputType':'CSV','CSVDelimiter':'DOT'}} | /States/A/ItemReader/ReaderConfig/CSVDelimiter | one of [COMMA
          'ItemReader':{'Resource':'arn:aws:states:::s3:getObject','ReaderConfig':{'InputType':'JSON','ItemsPointer':'a'}} | /States/A/ItemReader/ReaderConfig/ItemsPointer | JSON pointer
          'ItemReader':{'Resource':'arn:aws:states:::s3:getObject','ReaderConfig':{'MaxItems':'1'}} | /States/A/ItemReader/ReaderConfig/MaxItems | type number
          'ItemBatcher':{'MaxItemsPerBatch':'1'}            | /States/A/ItemBatcher/MaxItemsPerBatch | type number
          'ResultWriter':{'Resource':7}                     | /States/A/ResultWriter/Resource | type String
          'ToleratedFailureCount':'1'                       | /States/A/ToleratedFailureCount | type number
          'ToleratedFailurePercentage':1,'ToleratedFailurePercentagePath':'$.a' | /States/A/ToleratedFailurePercentage | Only one of
          """)
  void ofADistributedMap(String fields, String where, String what) {
    String map =
        "{'Type':'Map',<end>,'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED'},'StartAt':'I',"
            + "'States':{'I':{'Type':'Pass','End':true}}},";
    has(problems("{'StartAt':'A','States':{'A':" + map + fields + "}}}", false), where, what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'Type':'Pass',<end>,'Parameters':{}}               | /States/A | Field 'Parameters' is not supported
          {'Type':'Pass',<end>,'Result':1}                    | /States/A | Field 'Result' is not supported
          {'Type':'Pass',<end>,'QueryLanguage':'JSONPath'}    | /States/A | can not be 'JSONPath'
          {'Type':'Pass',<end>,'Output':'{% ( %}'}            | /States/A/Output | Invalid JSONata expression
          {'Type':'Pass',<end>,'Output':{'a':['{% ( %}']}}    | /States/A/Output/a/0 | Invalid JSONata expression
          {'Type':'Pass',<end>,'Output':'{% $states.result %}'} | /States/A/Output | '$states.result' is not available
          {'Type':'Pass',<end>,'Assign':{'x':'{% $states.errorOutput %}'}} | /States/A/Assign/x | only available in a Catch
          {'Type':'Task',<end>,<invoke>,'Arguments':'{% $states.result %}'} | /States/A/Arguments | not available
          {'Type':'Task',<end>,<invoke>,'TimeoutSeconds':'5'} | /States/A/TimeoutSeconds | type number or an expression
          {'Type':'Wait',<end>,'Seconds':'{% $states.result %}'} | /States/A/Seconds | not available
          {'Type':'Choice','Choices':[{'Next':'A'}]}          | /States/A/Choices[0] | required: [Condition]
          {'Type':'Choice','Choices':[{'Condition':'yes','Next':'A'}]} | /States/A/Choices[0]/Condition | type boolean
          {'Type':'Map',<end>,<map>,'Items':7}                | /States/A/Items | type array or an expression
          {'Type':'Map',<end>,<map>,'ItemsPath':'$'}          | /States/A | Field 'ItemsPath' is not supported
          {'Type':'Fail','ErrorPath':'$'}                     | /States/A | Field 'ErrorPath' is not supported
          """)
  void ofAStateOfJsonata(String state, String where, String what) {
    String machine = "{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':";
    has(problems(machine + state + "}}", false), where, what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'Type':'Task',<end>,'Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken'} | /States/A/Resource | '.waitForTaskToken'
          {'Type':'Task',<end>,'Resource':'arn:aws:states:::states:startExecution.sync'} | /States/A/Resource | '.sync'
          {'Type':'Task',<end>,'Resource':'arn:aws:states:us-east-1:0:activity:a'} | /States/A/Resource | activities
          {'Type':'Map',<end>,'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED'},'StartAt':'I','States':{'I':{'Type':'Pass','End':true}}}} | /States/A/ItemProcessor/ProcessorConfig/Mode | distributed mode
          """)
  void ofExpressOnly(String state, String where, String what) {
    String machine = "{'StartAt':'A','States':{'A':" + state + "}}";
    has(problems(machine, true), where, what);
    assertThat(problems(machine, false)).isEmpty();
  }

  @Test
  void moreThanAMebibyteIsTooLarge() {
    String text = "{'Comment':'" + "x".repeat(1_048_576) + "'}";
    assertThat(problems(text, false))
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("1048576"));
  }

  @Test
  void atMostAHundredAreTold() {
    StringBuilder states = new StringBuilder("'A':{'Type':'Pass','End':true}");
    for (int i = 0; i < 150; i++) {
      states.append(",'S").append(i).append("':{'Type':'Nap'}");
    }
    assertThat(problems("{'StartAt':'A','States':{" + states + "}}", false)).hasSize(100);
  }

  @Test
  void theTextSaysWhere() {
    assertThat(new DefinitionProblem("C", "wrong", "/States/A").text())
        .isEqualTo("C: wrong at /States/A");
    assertThat(new DefinitionProblem("C", "wrong", "").text()).isEqualTo("C: wrong");
  }

  @Test
  void whatIsNoJsonIsShownWithItsPlace() {
    DefinitionProblem problem = problems("{'a':1,\n'b':oops}", false).getFirst();
    assertThat(problem.code()).isEqualTo("INVALID_JSON_DESCRIPTION");
    assertThat(problem.location()).contains("line: 2");
    assertThat(problem.text()).startsWith("INVALID_JSON_DESCRIPTION: ").doesNotEndWith(" at ");
    DefinitionProblem cut = problems("[" + "1,".repeat(400) + "oops", false).getFirst();
    assertThat(cut.location()).contains("[truncated 305 chars]");
  }
}
