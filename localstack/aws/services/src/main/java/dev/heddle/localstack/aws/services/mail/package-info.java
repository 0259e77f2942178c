/** Amazon SES on one machine: mail goes into a mailbox that a page can show. */
@NullMarked
package dev.heddle.localstack.aws.services.mail;

import org.jspecify.annotations.NullMarked;
