/** API Gateway on a laptop: HTTP and WebSocket events, and the static site. */
@NullMarked
package dev.heddle.localstack.host.gateway;

import org.jspecify.annotations.NullMarked;
