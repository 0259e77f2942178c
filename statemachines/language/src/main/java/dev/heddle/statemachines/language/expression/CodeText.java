package dev.heddle.statemachines.language.expression;

import java.util.ArrayList;
import java.util.List;

/** Writes code piece by piece; neighbouring texts become one. */
public final class CodeText {
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();

  /** Adds text as it is. */
  public CodeText text(String text) {
    open.append(text);
    return this;
  }

  /** Adds a string literal. */
  public CodeText quoted(String text) {
    return text(Literals.quoted(text));
  }

  /** Adds a read of a name that stands alone. */
  public CodeText read(String name) {
    return piece(new Piece.Read(name, true));
  }

  /** Adds other code. */
  public CodeText code(Value.Code code) {
    code.pieces().forEach(this::piece);
    return this;
  }

  /** Adds a piece. */
  public CodeText piece(Piece piece) {
    switch (piece) {
      case Piece.Text text -> open.append(text.text());
      case Piece.Read read -> {
        close();
        pieces.add(read);
      }
    }
    return this;
  }

  private void close() {
    if (!open.isEmpty()) {
      pieces.add(new Piece.Text(open.toString()));
      open.setLength(0);
    }
  }

  /** What was written. */
  public Value.Code done() {
    close();
    return new Value.Code(List.copyOf(pieces));
  }
}
