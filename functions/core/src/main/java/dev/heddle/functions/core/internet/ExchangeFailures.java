package dev.heddle.functions.core.internet;

import dev.heddle.functions.spec.port.OutboundHttp.Failed;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * Says in plain words what went wrong on the way; never with a path or query, which may hold
 * secrets.
 */
final class ExchangeFailures {
  private ExchangeFailures() {}

  static Failed of(IOException e, URI url, Deadline deadline) {
    return deadline.isOver() || e instanceof InterruptedIOException
        ? late(url)
        : new Failed(sentence(e, url.getHost()), false);
  }

  static Failed late(URI url) {
    return new Failed(url.getHost() + " took too long to answer.", true);
  }

  private static String sentence(IOException e, String host) {
    return switch (e) {
      case UnknownHostException _ -> "There is no host of the name " + host + ".";
      case ConnectException _ -> host + " refused the connection or could not be reached.";
      case SSLException _ -> host + " could not be trusted: " + firstLine(e) + ".";
      case MessageConstraintException _ ->
          host + " answered with more or longer headers than taken.";
      case NoHttpResponseException _ -> host + " closed the connection without an answer.";
      case ZipException _ -> host + " answered with a body that is not the gzip it says.";
      default -> "The connection with " + host + " broke off.";
    };
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("TLS failed");
  }
}
