/** The expression language: conditions, updates, projections and key conditions. */
@NullMarked
package dev.heddle.localstack.aws.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
