/** The documents in DynamoDB: keys, conditional writes, pages. */
@NullMarked
package dev.heddle.functions.core.store;

import org.jspecify.annotations.NullMarked;
