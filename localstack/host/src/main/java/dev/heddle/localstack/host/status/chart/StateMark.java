package dev.heddle.localstack.host.status.chart;

/** What became of a state in a run: a colour, and a sign and a word that say the same. */
public enum StateMark {
  NONE("", "", "plain"),
  NOT_ENTERED("not entered", "", "skipped"),
  STOPPED("stopped", "■", "skipped"),
  DONE("done", "✓", "done"),
  CAUGHT("caught", "↷", "waiting"),
  FAILED("failed", "✕", "failed"),
  WAITING("waiting", "◷", "waiting"),
  RUNNING("running", "●", "running");

  private final String word;
  private final String sign;
  private final String colour;

  StateMark(String word, String sign, String colour) {
    this.word = word;
    this.sign = sign;
    this.colour = colour;
  }

  /** The word. */
  public String word() {
    return word;
  }

  /** The sign, empty for what was not entered. */
  public String sign() {
    return sign;
  }

  /** The name of its colour. */
  public String colour() {
    return colour;
  }
}
