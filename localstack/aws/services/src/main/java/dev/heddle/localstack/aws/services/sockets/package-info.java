/** The API Gateway management API of WebSocket connections on one machine. */
@NullMarked
package dev.heddle.localstack.aws.services.sockets;

import org.jspecify.annotations.NullMarked;
