package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.Condition;
import dev.heddle.localstack.aws.stepfunctions.query.Expected;
import dev.heddle.localstack.aws.stepfunctions.query.Flow;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the fields of a state are read in one of the two query languages. */
interface Dialect {

  /** The name the field {@code QueryLanguage} gives it. */
  String title();

  /** The fields of its own that a state of a type may hold. */
  Set<String> fields(String type);

  /** How data passes through the state. */
  Flow flow(Source state, String type);

  /** How the error output passes through a catcher. */
  Flow catching(Source catcher);

  /** What decides a Choice rule. */
  Condition condition(Source rule);

  /** How data passes through a matching Choice rule, given the flow of the state itself. */
  Flow choosing(Source rule, Flow state);

  /** A field that may be computed; null when it is absent. */
  @Nullable Template value(Source state, String field, Expected expected);

  /** A field that is a whole value with computed parts; null when it is absent. */
  @Nullable Template payload(Source state, String field);

  /** The list a Map goes through; null for its input. */
  @Nullable Template items(Source state);

  /** What a Map hands to each iteration; null for the item itself. */
  @Nullable Template selector(Source state);
}
