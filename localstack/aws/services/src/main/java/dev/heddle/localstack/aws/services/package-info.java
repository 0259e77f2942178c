/** What the smaller embedded AWS services share: their input, their database, their account. */
@NullMarked
package dev.heddle.localstack.aws.services;

import org.jspecify.annotations.NullMarked;
