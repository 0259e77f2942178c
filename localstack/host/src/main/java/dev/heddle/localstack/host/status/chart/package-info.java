/** State machines as drawings: read, laid out in layers, marked with what a run did, written. */
@NullMarked
package dev.heddle.localstack.host.status.chart;

import org.jspecify.annotations.NullMarked;
