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
    return new Failed(url.getHost() + " took too long to respond.", true);
  }

  private static String sentence(IOException e, String host) {
    return switch (e) {
      case UnknownHostException _ -> "There is no host named " + host + ".";
      case ConnectException _ -> host + " refused the connection or could not be reached.";
      case SSLException _ -> "The secure connection to " + host + " failed: " + firstLine(e) + ".";
      case MessageConstraintException _ -> host + " sent too many or too long headers.";
      case NoHttpResponseException _ -> host + " closed the connection without a response.";
      case ZipException _ -> host + " sent a body that isn't valid gzip.";
      default -> "The connection to " + host + " was lost.";
    };
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("TLS failed");
  }
}
