package dev.heddle.localstack.aws.stepfunctions.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in a machine that was read. */
class MachineDefinitionTest {
  private static final String TEXT =
      """
      {'QueryLanguage':'JSONata','TimeoutSeconds':60,'StartAt':'A','States':{
        'A':{'Type':'Pass','Assign':{'x':'{% $y & $states.input.a %}'},'Next':'P'},
        'P':{'Type':'Parallel','Next':'M','Branches':[
          {'StartAt':'B','States':{'B':{'Type':'Pass','End':true}}},
          {'StartAt':'D','States':{'D':{'Type':'Map','End':true,'Items':'{% $list %}','ItemProcessor':{
            'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'EXPRESS'},'StartAt':'E','States':{
            'E':{'Type':'Succeed'}}}}}}]},
        'M':{'Type':'Map','End':true,'MaxConcurrency':'{% $most %}','ItemProcessor':{'StartAt':'F','States':{
          'F':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','TimeoutSeconds':'{% $t %}',
            'Catch':[{'ErrorEquals':['E'],'Assign':{'z':'{% $states.errorOutput %}'},'Next':'G'}],'Next':'G'},
          'G':{'Type':'Choice','Choices':[{'Condition':'{% $c %}','Assign':{'w':1},'Next':'H'}],'Default':'H'},
          'H':{'Type':'Fail','Error':'{% $e %}'}}}}}}
      """;
  private final MachineDefinition machine =
      DefinitionParser.parse(TEXT.replace('\'', '"'), false).accepted();

  @Test
  void theMachineHasItsTime() {
    assertThat(machine.timeoutSeconds()).isEqualTo(60);
    assertThat(machine.top().startAt()).isEqualTo("A");
  }

  @Test
  void theMachineInsideAMapIsFoundHoweverDeep() {
    assertThat(machine.mapProcessor("D").top().states()).containsOnlyKeys("E");
    assertThat(machine.mapProcessor("D").timeoutSeconds()).isNull();
    assertThat(machine.mapProcessor("M").top().startAt()).isEqualTo("F");
    assertThatThrownBy(() -> machine.mapProcessor("P")).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({"A, A P M", "B, B", "E, E", "G, F G H"})
  void theBranchOfAStateStartsAtIt(String state, String beside) {
    Branch branch = machine.branchOf(state).orElseThrow();
    assertThat(branch.startAt()).isEqualTo(state);
    assertThat(branch.states().keySet()).isEqualTo(Set.of(beside.split(" ")));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(machine.branchOf("Z")).isEmpty();
    assertThat(machine.top().holds("F")).isTrue();
    assertThat(machine.top().holds("Z")).isFalse();
    assertThatThrownBy(() -> machine.top().state("B"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'B'");
  }

  private Set<String> references(String state) {
    return machine.branchOf(state).orElseThrow().state(state).references();
  }

  @Test
  void aStateNamesWhatItReadsAndAssigns() {
    assertThat(references("A")).contains("y", "states.input").doesNotContain("x");
    assertThat(references("D")).contains("list");
    assertThat(references("M")).contains("most");
    assertThat(references("F")).contains("t", "states.errorOutput");
    assertThat(references("G")).contains("c");
    assertThat(references("H")).contains("e");
    assertThat(machine.branchOf("F").orElseThrow().state("F").assigned()).containsExactly("z");
    assertThat(machine.branchOf("G").orElseThrow().state("G").assigned()).containsExactly("w");
    assertThat(machine.top().state("A").assigned()).containsExactly("x");
  }

  @Test
  void onlySomeStatesRecover() {
    assertThat(machine.top().state("P").recovers()).isTrue();
    assertThat(machine.top().state("M").recovers()).isTrue();
    assertThat(machine.top().state("A").recovers()).isFalse();
    assertThat(machine.top().state("A").branches()).isEmpty();
    assertThat(machine.top().state("P").branches()).hasSize(2);
  }

  @Test
  void oneStateAloneLeadsAnywhere() {
    String state = "{\"Type\":\"Pass\",\"Next\":\"Anywhere\"}";
    Branch branch = DefinitionParser.state(state).branch();
    assertThat(branch).isNotNull();
    assertThat(branch.states()).containsOnlyKeys(branch.startAt());
    assertThat(DefinitionParser.state("{\"Type\":\"Nap\"}").problems()).isNotEmpty();
    assertThat(DefinitionParser.state("[]").problems()).isNotEmpty();
    assertThat(DefinitionParser.state("oops").problems()).isNotEmpty();
    assertThat(DefinitionParser.state(TEXT.replace('\'', '"'), "G").branch()).isNotNull();
    assertThat(DefinitionParser.state(TEXT.replace('\'', '"'), "Z").branch()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-01T00:00:00Z, 1893456000000",
    "2030-01-01T01:00:00+01:00, 1893456000000",
    "2030-01-01T00:00:00.123456789Z, 1893456000123"
  })
  void timestampsHaveAnOffset(String text, long millis) {
    assertThat(IsoTimestamps.read(text).orElseThrow().toEpochMilli()).isEqualTo(millis);
    assertThat(IsoTimestamps.read(text.substring(0, 19))).isEmpty();
    assertThat(IsoTimestamps.read(text.substring(0, 10))).isEmpty();
  }
}
