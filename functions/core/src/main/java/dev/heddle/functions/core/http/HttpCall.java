package dev.heddle.functions.core.http;

import Heddle.HttpFailed;
import Heddle.HttpStatus;
import Heddle.Refused;
import Heddle.TimedOut;
import dev.heddle.events.NodeCall;
import dev.heddle.events.NodeReply;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.OutboundHttp;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.unit.NodeCode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Sends a request and reads the answer; each failure has its own name. */
public final class HttpCall implements NodeCode<HttpConfig> {
  private static final Duration WHOLE_EXCHANGE = Duration.ofSeconds(55);
  private static final int REDIRECTS = 5;
  private static final int FIRST_ERROR = 400;
  private static final int EXCERPT = 500;

  private final OutboundHttp internet;
  private final Function<Tenant, TenantSecrets> vaults;

  /** Calls through this guard, signed in with secrets of these vaults. */
  public HttpCall(OutboundHttp internet, Function<Tenant, TenantSecrets> vaults) {
    this.internet = internet;
    this.vaults = vaults;
  }

  @Override
  public NodeReply run(HttpConfig config, NodeCall call) {
    return NodeReply.main(answer(config, new Tenant(call.tenant())));
  }

  /** The status, the headers and the body of the answer to a tenant's request. */
  public ObjectNode answer(HttpConfig config, Tenant tenant) {
    var signIn = RequestCredentials.of(config.auth(), vaults.apply(tenant));
    RequestBody sent = RequestBody.of(config.body());
    var request =
        new OutboundHttp.Request(
            config.method().name(),
            RequestUrl.of(config.url(), config.query()),
            RequestHead.of(config.headers(), sent, signIn),
            sent.bytes(),
            WHOLE_EXCHANGE,
            config.followRedirects() ? REDIRECTS : 0,
            config.maxResponseBytes());
    ApiResponse answer = signIn.redact(exchange(request));
    if (config.failOnStatus() && answer.status() >= FIRST_ERROR) {
      throw new HttpStatus(status(request, answer));
    }
    return answer.toJson();
  }

  private ApiResponse exchange(OutboundHttp.Request request) {
    try (OutboundHttp.Response reply = internet.send(request)) {
      return ApiResponse.of(reply);
    } catch (OutboundHttp.Refused e) {
      throw new Refused(e.getMessage());
    } catch (OutboundHttp.Failed e) {
      throw e.timeout() ? new TimedOut(e.getMessage()) : new HttpFailed(e.getMessage());
    } catch (IOException e) {
      throw new HttpFailed("The connection to " + request.url().getHost() + " was lost.");
    }
  }

  /** Without the query, which may hold what is nobody's business. */
  private static String status(OutboundHttp.Request request, ApiResponse answer) {
    URI url = request.url();
    String place = url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    String excerpt = answer.text().strip();
    String said = excerpt.isEmpty() ? "no details." : shortened(excerpt);
    return request.method() + " " + place + " responded with " + answer.status() + ": " + said;
  }

  private static String shortened(String text) {
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
  }
}
