package dev.heddle.localstack.aws.dynamodb.expression;

/** What can be wrong with an expression whose syntax is right, in the order it is reported. */
enum Problem {
  PARENTHESES,
  UNKNOWN_FUNCTION,
  MISUSED_FUNCTION,
  RESERVED_WORD,
  SECTION,
  NAME,
  VALUE,
  OPERANDS,
  DISTINCT,
  OVERLAP,
  CONFLICT,
  TYPE,
  SIZE
}
