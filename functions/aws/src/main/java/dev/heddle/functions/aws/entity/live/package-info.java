/** Open WebSocket connections and what they follow, as items. */
@NullMarked
package dev.heddle.functions.aws.entity.live;

import org.jspecify.annotations.NullMarked;
