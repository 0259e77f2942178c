/** Lambda on a laptop: units behind their doors, called in process. */
@NullMarked
package dev.heddle.localstack.host.functions;

import org.jspecify.annotations.NullMarked;
