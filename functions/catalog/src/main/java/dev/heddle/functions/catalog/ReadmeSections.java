package dev.heddle.functions.catalog;

/** A README of which marked sections are generated; what stands around them is written by hand. */
record ReadmeSections(String text) {

  /**
   * The README with another section.
   *
   * @param section as the comments around it name it
   */
  ReadmeSections with(String section, String lines) {
    String begin = "<!-- generated: " + section + " -->\n";
    String end = "<!-- end: " + section + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException("No README section stands between " + begin.strip() + end);
    }
    return new ReadmeSections(text.substring(0, from) + begin + lines + text.substring(to));
  }
}
