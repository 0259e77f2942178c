package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.ChoiceCondition;
import dev.heddle.localstack.aws.stepfunctions.query.DataFlow;
import dev.heddle.localstack.aws.stepfunctions.query.ExpectedType;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the fields of a state are read in one of the two query languages. */
interface QueryLanguage {

  /** The name the field {@code QueryLanguage} gives it. */
  String title();

  /** The fields of its own that a state of a type may hold. */
  Set<String> fields(String type);

  /** How data passes through the state. */
  DataFlow flow(DefinitionObject state, String type);

  /** How the error output passes through a catcher. */
  DataFlow catching(DefinitionObject catcher);

  /** What decides a Choice rule. */
  ChoiceCondition condition(DefinitionObject rule);

  /** How data passes through a matching Choice rule, given the flow of the state itself. */
  DataFlow choosing(DefinitionObject rule, DataFlow state);

  /** A field that may be computed; null when it is absent. */
  @Nullable ValueTemplate value(DefinitionObject state, String field, ExpectedType expected);

  /** A field that is a whole value with computed parts; null when it is absent. */
  @Nullable ValueTemplate payload(DefinitionObject state, String field);

  /** The list a Map goes through; null for its input. */
  @Nullable ValueTemplate items(DefinitionObject state);

  /** What a Map hands to each iteration; null for the item itself. */
  @Nullable ValueTemplate selector(DefinitionObject state);
}
