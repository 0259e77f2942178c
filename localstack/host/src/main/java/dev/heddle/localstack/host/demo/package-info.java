/**
 * The demo model: answers like a chat model by rules alone, so that everything can be tried without
 * a key. It is no AI and says so.
 */
@NullMarked
package dev.heddle.localstack.host.demo;

import org.jspecify.annotations.NullMarked;
