/** The operations on tables, and expiry. */
@NullMarked
package dev.heddle.localstack.aws.dynamodb.table;

import org.jspecify.annotations.NullMarked;
