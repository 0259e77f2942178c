/** The words of the heddle command. */
@NullMarked
package dev.heddle.localstack.host.command;

import org.jspecify.annotations.NullMarked;
