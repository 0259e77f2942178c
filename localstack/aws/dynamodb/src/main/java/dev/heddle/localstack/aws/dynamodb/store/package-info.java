/** Tables, items, indexes and changes on SQLite. */
@NullMarked
package dev.heddle.localstack.aws.dynamodb.store;

import org.jspecify.annotations.NullMarked;
