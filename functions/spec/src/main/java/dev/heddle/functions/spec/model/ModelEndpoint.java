package dev.heddle.functions.spec.model;

/** Where a provider is asked, and with which key; empty for none. */
public record ModelEndpoint(String baseUrl, String key) {

  /** A key is nobody's to read, in logs neither. */
  @Override
  public String toString() {
    return "Endpoint[" + baseUrl + "]";
  }
}
