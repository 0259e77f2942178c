/** What a table is: its keys, indexes, projections, stream and expiry. */
@NullMarked
package dev.heddle.localstack.aws.dynamodb.schema;

import org.jspecify.annotations.NullMarked;
