package dev.heddle.localstack.aws.dynamodb.expression;

/** What may stand in parentheses: an operand or a condition. */
sealed interface ConditionTerm permits ConditionOperand, ConditionExpression {}
