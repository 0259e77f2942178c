/** The operations of DynamoDB Streams, and the listeners in process. */
@NullMarked
package dev.heddle.localstack.aws.dynamodb.stream;

import org.jspecify.annotations.NullMarked;
