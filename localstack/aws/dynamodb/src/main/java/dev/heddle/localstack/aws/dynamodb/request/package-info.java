/** Reads a request's JSON with the service's type errors, and words its refusals. */
@NullMarked
package dev.heddle.localstack.aws.dynamodb.request;

import org.jspecify.annotations.NullMarked;
