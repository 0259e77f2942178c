package dev.heddle.localstack.host.status;

import dev.heddle.localstack.aws.services.mail.SesMail;
import dev.heddle.localstack.aws.services.mail.SesMailbox;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** The mailbox of the laptop: what would have been sent. A mail's HTML is shown as its source. */
public final class MailPages {
  private static final int MOST = 100;

  private final SesMailbox mailbox;

  /** Pages about this mailbox. */
  public MailPages(SesMailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** Adds the pages. */
  public void mount(RoutesConfig routes) {
    routes.get("/_local/mail", this::list);
    routes.get("/_local/mail/{id}", this::read);
  }

  private void list(Context context) {
    HtmlPage page = new HtmlPage("Mail");
    page.table(
        "Latest first",
        List.of("Sent", "To", "Subject"),
        mailbox.mails("", MOST).stream().map(MailPages::row).toList());
    page.links(
        "Read",
        "/_local/mail/",
        mailbox.mails("", MOST).stream().map(SesMail::id).toList(),
        "No mail yet.");
    page.send(context);
  }

  private static List<String> row(SesMail mail) {
    return List.of(mail.sent().toString(), String.join(", ", mail.to()), mail.subject());
  }

  private void read(Context context) {
    mailbox
        .mail(context.pathParam("id"))
        .map(MailPages::page)
        .orElseGet(
            () -> {
              context.status(404);
              return new HtmlPage("Mail not found");
            })
        .send(context);
  }

  private static HtmlPage page(SesMail mail) {
    HtmlPage page = new HtmlPage(mail.subject());
    page.table(
        "Envelope",
        List.of("From", "To", "Sent"),
        List.of(List.of(mail.from(), String.join(", ", mail.to()), mail.sent().toString())));
    page.text("Text", mail.text());
    page.text("HTML", mail.html());
    return page;
  }
}
