/** JSONPath: paths, payload templates, intrinsic functions and comparisons. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.query.path;

import org.jspecify.annotations.NullMarked;
