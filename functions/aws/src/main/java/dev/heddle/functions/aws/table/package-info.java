/** The documents in DynamoDB: keys, conditional writes, pages. */
@NullMarked
package dev.heddle.functions.aws.table;

import org.jspecify.annotations.NullMarked;
