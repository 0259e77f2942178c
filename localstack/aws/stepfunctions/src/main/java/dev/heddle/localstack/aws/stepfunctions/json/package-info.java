/** JSON values and their text, which the service measures and shows. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.json;

import org.jspecify.annotations.NullMarked;
