package dev.heddle.localstack.aws.stepfunctions;

import static dev.heddle.localstack.aws.stepfunctions.Asl.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine.Result;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSONPath query language, from the language's specification. */
class JsonPathTest {
  private final InMemoryEngine engine = InMemoryEngine.with(new FakeFunctions().ports());

  private Result run(String states, String input) {
    return engine.run(json("{'StartAt':'A','States':{" + states + "}}"), json(input));
  }

  private void gives(String state, String input, String output) {
    Result result = run("'A':" + state, input);
    assertThat(result.status()).as("%s", result).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(Json.parse(String.valueOf(result.output()))).isEqualTo(Json.parse(json(output)));
  }

  @Test
  void dataPassesThroughInOrder() {
    gives(
        "{'Type':'Task','Resource':'arn:aws:lambda:us-east-1:1:function:echo','InputPath':'$.in',"
            + "'Parameters':{'v.$':'$.x','fixed':true},'ResultSelector':{'r.$':'$.v'},"
            + "'ResultPath':'$.out.deep','OutputPath':'$.out','End':true}",
        "{'in':{'x':5},'out':{'kept':1}}",
        "{'kept':1,'deep':{'r':5}}");
  }

  @Test
  void resultsReplaceOrVanish() {
    gives("{'Type':'Pass','Result':{'a.$':'$.x'},'End':true}", "{}", "{'a.$':'$.x'}");
    gives("{'Type':'Pass','Result':1,'ResultPath':null,'End':true}", "{'a':1}", "{'a':1}");
    gives("{'Type':'Pass','OutputPath':null,'End':true}", "{'a':1}", "{}");
  }

  @Test
  void pathsToNothingFailTheRun() {
    Result result = run("'A':{'Type':'Pass','InputPath':'$.a.b','End':true}", "{}");
    assertThat(result.error()).isEqualTo("States.Runtime");
    assertThat(result.cause()).contains("Invalid path '$.a.b' : Missing property in path $['a']");
    gives("{'Type':'Pass','Parameters':{'v.$':'$.a[*].b'},'End':true}", "{}", "{'v':[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          States.Format(`{} and \\\\{}`, $.n)             | 'seven and {}'
          States.Array($.n, 1, null)                      | ['seven',1,null]
          States.ArrayPartition($.l, 2)                   | [[1,2],[3]]
          States.ArrayContains($.l, 3.0)                  | true
          States.ArrayRange(1, 9, 4)                      | [1,5,9]
          States.ArrayGetItem($.l, 1)                     | 2
          States.ArrayUnique(States.Array(1, 2, 1))       | [1,2]
          States.Base64Decode(States.Base64Encode($.n))   | 'seven'
          States.JsonMerge($.o, States.StringToJson(`{}`), false) | {'k':[]}
          States.JsonToString($.l)                        | '[1,2,3]'
          States.MathAdd($.l[0], -1)                      | 0
          States.StringSplit(`a,b;;c`, `,;`)              | ['a','b','c']
          States.Hash(`x`, `SHA-256`)                     | '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'
          """)
  void intrinsicFunctions(String call, String value) {
    gives(
        "{'Type':'Pass','Parameters':{'v.$':'" + call.strip() + "'},'End':true}",
        "{'n':'seven','l':[1,2,3],'o':{'k':[]}}",
        "{'v':" + value + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'Variable':'$.s','StringMatches':'a*c\\\\*'     | true
          'Variable':'$.s','StringMatches':'a*d'          | false
          'Variable':'$.s','StringLessThan':'b'           | true
          'Variable':'$.s','NumericEquals':1              | false
          'Variable':'$.n','NumericGreaterThanEqualsPath':'$.n' | true
          'Variable':'$.t','TimestampLessThan':'2030-01-01T00:00:00Z' | true
          'Variable':'$.t','IsTimestamp':true             | true
          'Variable':'$.none','IsPresent':false           | true
          'Variable':'$.x','IsNull':true                  | true
          'Not':{'Variable':'$.n','IsString':true}        | true
          'And':[{'Variable':'$.n','NumericEquals':1.0},{'Variable':'$.x','IsNull':false}] | false
          'Or':[{'Variable':'$.s','BooleanEquals':true},{'Variable':'$.n','NumericLessThan':2}] | true
          """)
  void choiceOperators(String rule, boolean matches) {
    Result result =
        run(
            "'A':{'Type':'Choice','Choices':[{"
                + rule.strip()
                + ",'Next':'Y'}],'Default':'N'},'Y':{'Type':'Pass','Result':true,'End':true},"
                + "'N':{'Type':'Pass','Result':false,'End':true}",
            "{'s':'abc*','n':1,'t':'2026-01-01T00:00:00+01:00','x':null}");
    assertThat(result.output()).isEqualTo(Boolean.toString(matches));
  }

  @Test
  void failedIntrinsicsCanBeCaught() {
    Result result =
        run(
            "'A':{'Type':'Task','Resource':'arn:aws:lambda:us-east-1:1:function:echo','Parameters':"
                + "{'v.$':'States.ArrayGetItem($.l, 9)'},'Catch':[{'ErrorEquals':"
                + "['States.IntrinsicFailure'],'ResultPath':'$.e','Next':'B'}],'End':true},"
                + "'B':{'Type':'Pass','OutputPath':'$.e.Error','End':true}",
            "{'l':[]}");
    assertThat(result.output()).isEqualTo("\"States.IntrinsicFailure\"");
  }
}
