/** The question who one is, with which set-ups of the {@code aws} command begin. */
@NullMarked
package dev.heddle.localstack.aws.services.identity;

import org.jspecify.annotations.NullMarked;
