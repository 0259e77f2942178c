package dev.heddle.localstack.aws.stepfunctions.query.path;

import static dev.heddle.localstack.aws.stepfunctions.query.path.JsonPathTestData.data;
import static dev.heddle.localstack.aws.stepfunctions.query.path.JsonPathTestData.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.InvalidExpression;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON values with paths and calls inside. */
class PayloadTemplateTest {
  private static ValueTemplate read(String value) throws InvalidExpression {
    return JsonPathFields.payload(Json.parse(quoted(value)), "Parameters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          7                                       | 7
          null                                    | null
          'text'                                  | 'text'
          {}                                      | {}
          {'a':1}                                 | {'a':1}
          {'a.$':'$.n'}                           | {'a':1}
          {'a.$':'$'}                             | whole
          {'a':{'b.$':'$.s'},'c':[{'d.$':'$.t'}]} | {'a':{'b':'text'},'c':[{'d':true}]}
          ['$.n',{'e.$':'$.n'},[]]                | ['$.n',{'e':1},[]]
          {'a.$':'States.Array($.n)','b':'$.n'}   | {'a':[1],'b':'$.n'}
          {'a.$':'$$.Execution.Name'}             | {'a':'run'}
          {'a.$':'$v.w[0]'}                       | {'a':4}
          {'.$':'$.n'}                            | {'':1}
          {'a$':'$.n'}                            | {'a$':'$.n'}
          """)
  void gives(String template, String value) throws InvalidExpression {
    String wanted =
        value.strip().equals("whole") ? "{'a':" + JsonPathTestData.INPUT + "}" : value.strip();
    assertThat(read(template.strip()).evaluate(data())).isEqualTo(Json.parse(quoted(wanted)));
  }

  @Test
  void whatHoldsNothingComputedIsKnown() throws InvalidExpression {
    assertThat(read("{'a':[{'b':'$.n'}]}")).isInstanceOf(ValueTemplate.Literal.class);
    assertThat(read("[{'a.$':'$.n'}]")).isNotInstanceOf(ValueTemplate.Literal.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'a.$':1}               | Parameters/a.$    | must be a STRING that contains a JSONPath
          {'a':{'b.$':'x'}}       | Parameters/a/b.$  | must be a valid JSONPath or a valid intrinsic
          {'a':[0,{'b.$':'x'}]}   | Parameters/a[1]/b.$ | must be a valid JSONPath
          {'a.$':'States.No()'}   | Parameters/a.$    | valid intrinsic function call
          {'a.$':'States.Array('} | Parameters/a.$    | valid intrinsic function call
          {'a.$':'States.Array(007)'} | Parameters/a.$ | valid intrinsic function call
          """)
  void refusesWhatIsNoPath(String template, String where, String why) {
    assertThatThrownBy(() -> read(template.strip()))
        .isInstanceOfSatisfying(
            InvalidExpression.class, e -> assertThat(e.location()).isEqualTo(where.strip()))
        .hasMessageContaining(why.strip());
  }

  @Test
  void aPathToNothingNamesItsField() throws InvalidExpression {
    ValueTemplate template = read("{'deep':{'v.$':'$.none'}}");
    assertThatThrownBy(() -> template.evaluate(data().withInput(Json.parse("{\"a\":1}"))))
        .isInstanceOfSatisfying(
            StateFault.class,
            fault -> assertThat(fault.failure().error()).isEqualTo("States.Runtime"))
        .hasMessage(
            "The JSONPath '$.none' specified for the field 'v.$' could not be found in the input"
                + " '{\"a\":1}'");
  }

  @Test
  void namesTheVariablesOfAllParts() throws InvalidExpression {
    assertThat(read("{'a.$':'$x','b':[{'c.$':'States.Array($y.z)'}]}").references())
        .containsExactlyInAnyOrder("x", "y");
  }
}
