/** The Lambda jar of this group: its units behind the shared glue. */
@NullMarked
package dev.heddle.functions.lambda.ai;

import org.jspecify.annotations.NullMarked;
