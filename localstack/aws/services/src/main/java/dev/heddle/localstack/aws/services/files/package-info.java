/** The part of Amazon S3 that applications use, on one machine. */
@NullMarked
package dev.heddle.localstack.aws.services.files;

import org.jspecify.annotations.NullMarked;
