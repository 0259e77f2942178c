/** Every embedded service together. */
@NullMarked
package dev.heddle.localstack.aws.all;

import org.jspecify.annotations.NullMarked;
