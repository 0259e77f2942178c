/** The walls between the rooms: what each may import, hold and say. */
@NullMarked
package dev.heddle.localstack.host.walls;

import org.jspecify.annotations.NullMarked;
