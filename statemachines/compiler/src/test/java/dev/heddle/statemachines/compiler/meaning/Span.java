package dev.heddle.statemachines.compiler.meaning;

/** How long something takes: at least and at most so many milliseconds, however it is arranged. */
record Span(long least, long most) {
  static final Span NONE = new Span(0, 0);

  static Span of(long millis) {
    return new Span(millis, millis);
  }

  Span then(Span next) {
    return new Span(least + next.least, most + next.most);
  }

  /** At the same time or one after the other. */
  Span beside(Span other) {
    return new Span(Math.max(least, other.least), most + other.most);
  }

  /** Perhaps broken off. */
  Span orLess() {
    return new Span(0, most);
  }

  boolean isBefore(Span other) {
    return most < other.least;
  }
}
