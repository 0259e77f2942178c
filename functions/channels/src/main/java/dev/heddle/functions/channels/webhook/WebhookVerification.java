package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.unit.RawRequest;
import dev.heddle.functions.triggers.webhook.WebhookConfig.Auth;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a call through if it proves who it is from, the way the webhook asks for. */
final class WebhookVerification {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookVerification.class);

  private final Function<Tenant, TenantSecrets> vaults;

  WebhookVerification(Function<Tenant, TenantSecrets> vaults) {
    this.vaults = vaults;
  }

  void check(Auth auth, RawRequest request, Tenant tenant) {
    boolean proven =
        switch (auth) {
          case Auth.None _ -> true;
          case Auth.Header header ->
              WebhookSignatures.sameSecret(
                  value(request, header.name()), secret(header.secret(), tenant));
          case Auth.Hmac hmac ->
              WebhookSignatures.isHmac(
                  value(request, hmac.header()),
                  hmac.prefix(),
                  request.body(),
                  secret(hmac.secret(), tenant));
        };
    if (!proven) {
      throw refused();
    }
  }

  private static String value(RawRequest request, String header) {
    return request.headers().getOrDefault(header.toLowerCase(Locale.ROOT), "");
  }

  /** Without the line end that comes along when one pastes a secret. */
  private String secret(String name, Tenant tenant) {
    String secret = vaults.apply(tenant).reveal(name).map(String::strip).orElse("");
    if (secret.isEmpty()) {
      LOG.warn(
          "The secret {} that a webhook of {} is verified by is not stored", name, tenant.id());
      throw refused();
    }
    return secret;
  }

  private static Fault refused() {
    return new Fault(
        new Problem.Unauthenticated(
            "The secret or signature of this request is missing or wrong."));
  }
}
