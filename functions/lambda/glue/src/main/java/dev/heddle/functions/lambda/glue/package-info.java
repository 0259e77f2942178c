/** Spring Cloud Function between the Lambda runtime and a unit's door. */
@NullMarked
package dev.heddle.functions.lambda.glue;

import org.jspecify.annotations.NullMarked;
