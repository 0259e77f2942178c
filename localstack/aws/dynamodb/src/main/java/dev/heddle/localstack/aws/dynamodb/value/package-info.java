/** Attribute values and items: reading and writing JSON, order, size, and their bytes on disk. */
@NullMarked
package dev.heddle.localstack.aws.dynamodb.value;

import org.jspecify.annotations.NullMarked;
