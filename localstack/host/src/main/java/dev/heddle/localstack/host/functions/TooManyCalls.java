package dev.heddle.localstack.host.functions;

/** More calls of one function at once than the laptop takes: try again later. */
public final class TooManyCalls extends RuntimeException {
  TooManyCalls(String function) {
    super("Too many calls of " + function + " at once", null, false, false);
  }
}
