package dev.heddle.functions.core.internet;

import dev.heddle.functions.spec.port.OutboundHttp.Failed;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** A body that ends in {@link Failed} where it is longer than allowed or breaks off. */
final class BoundedBody extends InputStream {
  private final InputStream source;
  private final long most;
  private final Function<IOException, Failed> failure;
  private final CloseAction closeAction;
  private long read;

  /** What closing the body sets free. */
  @FunctionalInterface
  interface CloseAction {
    void close() throws IOException;
  }

  BoundedBody(
      InputStream source,
      long most,
      Function<IOException, Failed> failure,
      CloseAction closeAction) {
    this.source = source;
    this.most = most;
    this.failure = failure;
    this.closeAction = closeAction;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      int count = source.read(target, offset, length);
      read += Math.max(count, 0);
      if (read > most) {
        throw new Failed("The response is larger than " + most + " bytes.", false);
      }
      return count;
    } catch (IOException e) {
      throw failure.apply(e);
    }
  }

  @Override
  public void close() throws IOException {
    closeAction.close();
  }
}
