package dev.heddle.localstack.aws.dynamodb.expression;

/**
 * What can be wrong with an expression whose syntax is right. The service looks for one kind after
 * the other, in this order; of one kind it reports what comes first in the expression.
 */
enum ExpressionProblem {
  /** Parentheses around parentheses. */
  PARENTHESES,
  /** A reserved word, or a function that isn't known. */
  WORD,
  /** A function where it cannot stand. */
  MISUSE,
  /** A section of an update that is there twice. */
  SECTION,
  /** Paths that contain or contradict each other. */
  PATHS,
  /** A placeholder that isn't defined, or an operand that doesn't fit its operator. */
  OPERAND
}
