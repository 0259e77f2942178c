/** The operations on items. */
@NullMarked
package dev.heddle.localstack.aws.dynamodb.item;

import org.jspecify.annotations.NullMarked;
