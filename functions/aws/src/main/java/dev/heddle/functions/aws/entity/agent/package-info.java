/** What agents said, did and were told, as items. */
@NullMarked
package dev.heddle.functions.aws.entity.agent;

import org.jspecify.annotations.NullMarked;
