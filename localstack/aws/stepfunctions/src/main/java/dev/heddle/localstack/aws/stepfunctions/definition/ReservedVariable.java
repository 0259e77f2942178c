package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;

/** Which parts of {@code $states} a field may read. */
record ReservedVariable(boolean result, boolean errorOutput) {
  static final ReservedVariable NONE = new ReservedVariable(false, false);
  static final ReservedVariable RESULT = new ReservedVariable(true, false);
  static final ReservedVariable ERROR_OUTPUT = new ReservedVariable(false, true);

  void check(DefinitionObject state, String field, ValueTemplate template) {
    if (!result && template.references().contains("states.result")) {
      state.problem("'$states.result' is not available in this field", field);
    }
    if (!errorOutput && template.references().contains("states.errorOutput")) {
      state.problem("'$states.errorOutput' is only available in a Catch", field);
    }
  }
}
