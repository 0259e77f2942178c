/** What every embedded AWS service shares: the request, the faults, the store and the one port. */
@NullMarked
package dev.heddle.localstack.aws.edge;

import org.jspecify.annotations.NullMarked;
