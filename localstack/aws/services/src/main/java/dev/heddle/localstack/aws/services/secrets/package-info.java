/** AWS Secrets Manager on one machine: values encrypted at rest, versions and stages. */
@NullMarked
package dev.heddle.localstack.aws.services.secrets;

import org.jspecify.annotations.NullMarked;
