/** What AWS does between services: event source mappings and log subscriptions. */
@NullMarked
package dev.heddle.localstack.host.pump;

import org.jspecify.annotations.NullMarked;
