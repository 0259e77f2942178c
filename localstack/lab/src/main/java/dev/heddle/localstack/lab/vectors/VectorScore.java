package dev.heddle.localstack.lab.vectors;

/**
 * How far one case agrees.
 *
 * @param level 0 to 4: status, output or error, cause, history
 * @param most the highest level the recording lets one reach
 * @param told what was expected and what came, where they differ
 */
record VectorScore(String id, int level, int most, String told) {

  /** A case that could not be played, and why. */
  static VectorScore none(String id, int most, String told) {
    return new VectorScore(id, 0, most, told);
  }

  boolean whole() {
    return level >= most;
  }
}
