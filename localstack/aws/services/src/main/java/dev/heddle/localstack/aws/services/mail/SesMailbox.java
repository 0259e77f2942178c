package dev.heddle.localstack.aws.services.mail;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.services.RestCall;
import dev.heddle.localstack.aws.services.RestJsonProtocol;
import dev.heddle.localstack.aws.services.RestJsonProtocol.Route;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Amazon SES v2's SendEmail into a mailbox; nothing leaves the machine. */
public final class SesMailbox implements AwsService {
  private final ServiceDatabase database;
  private final InstantSource clock;
  private final RestJsonProtocol rest =
      new RestJsonProtocol(
          "ses",
          "BadRequestException",
          List.of(new Route("POST", "/v2/email/outbound-emails", this::send)));

  /** Opens or creates {@code mail.db} in the folder. */
  public SesMailbox(Path folder, InstantSource clock) {
    this.database = new ServiceDatabase(folder, "mail", MailTable.SCHEMA);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sesv2";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return rest.claims(request);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    return rest.answer(request);
  }

  /** The latest mails first, to one address or, if it is empty, to all. */
  public List<SesMail> mails(String recipient, int most) {
    return database.read(sql -> MailTable.list(sql, recipient, most));
  }

  /** One mail. */
  public Optional<SesMail> mail(String id) {
    return database.read(sql -> MailTable.find(sql, id));
  }

  @Override
  public void close() {
    database.close();
  }

  private AwsResponse send(RestCall call) {
    SesMail mail = SendEmailInput.read(call.body(), clock.instant());
    database.write(
        sql -> {
          MailTable.add(sql, mail);
          return true;
        });
    return RestJsonProtocol.ok(Map.of("MessageId", mail.id()));
  }
}
