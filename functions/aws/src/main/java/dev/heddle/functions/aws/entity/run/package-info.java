/** Runs and their nodes, as items. */
@NullMarked
package dev.heddle.functions.aws.entity.run;

import org.jspecify.annotations.NullMarked;
