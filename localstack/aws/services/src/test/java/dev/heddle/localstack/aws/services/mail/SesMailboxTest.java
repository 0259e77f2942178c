package dev.heddle.localstack.aws.services.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.ManualClock;
import dev.heddle.localstack.aws.services.Sdk;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

class SesMailboxTest {
  @TempDir Path folder;
  private SesMailbox mailbox;
  private AwsEdge edge;
  private SesV2Client ses;

  @BeforeEach
  void start() {
    mailbox = new SesMailbox(folder, new ManualClock("2026-03-01T10:00:00Z"));
    edge = new AwsEdge(List.of(mailbox)).start("127.0.0.1", 0);
    ses = Sdk.over(edge, SesV2Client.builder());
  }

  @AfterEach
  void stop() {
    ses.close();
    edge.close();
  }

  @Test
  void keepsWhatIsSent() {
    String id =
        send(
            m ->
                m.destination(d -> d.toAddresses("Ann <ann@example.com>").bccAddresses("b@x.y"))
                    .replyToAddresses("r@x.y"));
    send(m -> m.destination(d -> d.toAddresses("bob@example.com")));
    stop();
    start();
    SesMail mail = mailbox.mail(id).orElseThrow();
    assertThat(mail.from()).isEqualTo("Heddle <no-reply@heddle.dev>");
    assertThat(mail.to()).containsExactly("Ann <ann@example.com>");
    assertThat(mail.bcc()).containsExactly("b@x.y");
    assertThat(mail.replyTo()).containsExactly("r@x.y");
    assertThat(mail.subject()).isEqualTo("Grüße");
    assertThat(mail.text()).isEqualTo("Hello");
    assertThat(mail.html()).isEqualTo("<p>Hello</p>");
    assertThat(mailbox.mails("", 10)).extracting(SesMail::id).last().isEqualTo(id);
    assertThat(mailbox.mails("BOB@example.com", 10)).hasSize(1);
    assertThat(mailbox.mail("none")).isEmpty();
  }

  @Test
  void readsARawMail() {
    String raw =
        "From: a@x.y\r\nTo: b@x.y,\r\n c@x.y\r\nSubject: folded\r\n line\r\n\r\nThe body\r\n";
    ses.sendEmail(m -> m.content(c -> c.raw(r -> r.data(SdkBytes.fromUtf8String(raw)))));
    SesMail mail = mailbox.mails("c@x.y", 1).getFirst();
    assertThat(mail.from()).isEqualTo("a@x.y");
    assertThat(mail.to()).containsExactly("b@x.y", "c@x.y");
    assertThat(mail.subject()).isEqualTo("folded line");
    assertThat(mail.text()).isEqualTo("The body\n");
  }

  @Test
  void keepsTheLatestThousand() {
    IntStream.range(0, 1_005).forEach(i -> send(m -> m.destination(d -> d.toAddresses("a@x.y"))));
    assertThat(mailbox.mails("", 2_000)).hasSize(1_000);
  }

  @Test
  void refusesBadInput() {
    refused(m -> m.destination(d -> d.toAddresses(List.of())));
    refused(m -> m.destination(d -> d.toAddresses("nobody")));
    refused(m -> m.destination(d -> d.toAddresses("a@x.y\r\nBcc: all@x.y")));
    refused(m -> m.destination(d -> d.toAddresses("a@x.y")).fromEmailAddress("@"));
    refused(
        m ->
            m.destination(d -> d.toAddresses("a@x.y"))
                .content(c -> c.template(t -> t.templateName("t"))));
    List<String> many = IntStream.range(0, 51).mapToObj(i -> i + "@x.y").toList();
    refused(m -> m.destination(d -> d.toAddresses(many)));
  }

  private void refused(Consumer<SendEmailRequest.Builder> mail) {
    assertThatThrownBy(() -> send(mail)).isInstanceOf(BadRequestException.class);
  }

  private String send(Consumer<SendEmailRequest.Builder> more) {
    return ses.sendEmail(
            m -> {
              m.fromEmailAddress("Heddle <no-reply@heddle.dev>")
                  .content(
                      c ->
                          c.simple(
                              s ->
                                  s.subject(t -> t.data("Grüße"))
                                      .body(
                                          b ->
                                              b.text(t -> t.data("Hello"))
                                                  .html(h -> h.data("<p>Hello</p>")))));
              more.accept(m);
            })
        .messageId();
  }
}
