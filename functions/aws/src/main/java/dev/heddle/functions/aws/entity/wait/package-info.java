/** What runs ask people and wait for, as items. */
@NullMarked
package dev.heddle.functions.aws.entity.wait;

import org.jspecify.annotations.NullMarked;
