/** AWS Lambda's invocation API on one machine; the functions themselves live in a host. */
@NullMarked
package dev.heddle.localstack.aws.services.functions;

import org.jspecify.annotations.NullMarked;
