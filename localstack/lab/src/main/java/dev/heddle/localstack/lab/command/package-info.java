/** What measures and torments, as words of the heddle command. */
@NullMarked
package dev.heddle.localstack.lab.command;

import org.jspecify.annotations.NullMarked;
