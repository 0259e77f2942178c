package dev.heddle.statemachines.language.expression;

import java.util.ArrayList;
import java.util.List;

/** Writes code piece by piece; neighbouring texts become one. */
public final class JsonataBuilder {
  private final List<CodePiece> pieces = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();

  /** Adds text as it is. */
  public JsonataBuilder text(String text) {
    open.append(text);
    return this;
  }

  /** Adds a string literal. */
  public JsonataBuilder quoted(String text) {
    return text(JsonataLiterals.quoted(text));
  }

  /** Adds a read of a name that stands alone. */
  public JsonataBuilder read(String name) {
    return piece(new CodePiece.Read(name, true));
  }

  /** Adds other code. */
  public JsonataBuilder code(DynamicValue.Code code) {
    code.pieces().forEach(this::piece);
    return this;
  }

  /** Adds a piece. */
  public JsonataBuilder piece(CodePiece piece) {
    switch (piece) {
      case CodePiece.Text text -> open.append(text.text());
      case CodePiece.Read read -> {
        close();
        pieces.add(read);
      }
    }
    return this;
  }

  private void close() {
    if (!open.isEmpty()) {
      pieces.add(new CodePiece.Text(open.toString()));
      open.setLength(0);
    }
  }

  /** What was written. */
  public DynamicValue.Code build() {
    close();
    return new DynamicValue.Code(List.copyOf(pieces));
  }
}
