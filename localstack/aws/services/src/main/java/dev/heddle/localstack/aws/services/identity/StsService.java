package dev.heddle.localstack.aws.services.identity;

import static dev.heddle.localstack.aws.edge.XmlProtocol.element;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.edge.XmlProtocol;
import dev.heddle.localstack.aws.services.AwsAccount;
import java.util.UUID;

/** AWS STS as far as GetCallerIdentity: everyone is the account's root. */
public final class StsService implements AwsService {
  private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

  private final AwsAccount account;

  /** The identity of everyone in the local account. */
  public StsService() {
    this(AwsAccount.LOCAL);
  }

  /** The same in another account. */
  public StsService(AwsAccount account) {
    this.account = account;
  }

  @Override
  public String name() {
    return "sts";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return request.signedService().map("sts"::equals).orElse(asks(request));
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    return asks(request)
        ? XmlProtocol.answer(200, identity())
        : XmlProtocol.queryError(
            new AwsFault("InvalidAction", "Only GetCallerIdentity is embedded"));
  }

  @Override
  public void close() {}

  private static boolean asks(AwsRequest request) {
    String form =
        request.method().equals("POST") ? new String(request.body(), UTF_8) : request.query();
    return ("&" + form + "&").contains("&Action=GetCallerIdentity&");
  }

  private String identity() {
    return "<GetCallerIdentityResponse xmlns=\""
        + NAMESPACE
        + "\"><GetCallerIdentityResult>"
        + element("Arn", "arn:aws:iam::" + account.id() + ":root")
        + element("UserId", account.id())
        + element("Account", account.id())
        + "</GetCallerIdentityResult><ResponseMetadata>"
        + element("RequestId", UUID.randomUUID().toString())
        + "</ResponseMetadata></GetCallerIdentityResponse>";
  }
}
