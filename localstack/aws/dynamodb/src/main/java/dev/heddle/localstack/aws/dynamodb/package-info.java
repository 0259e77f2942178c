/** DynamoDB on one machine: the JSON 1.0 protocol on SQLite. */
@NullMarked
package dev.heddle.localstack.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
