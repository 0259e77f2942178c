package dev.heddle.localstack.aws.stepfunctions.run;

import java.util.ArrayList;
import java.util.List;

/** Values between delimiters, mostly commas, with quotes as RFC 4180 has them. */
public final class CsvParser {
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private final char delimiter;

  private CsvParser(char delimiter) {
    this.delimiter = delimiter;
  }

  /** The rows of a text. */
  public static List<List<String>> rows(String text, char delimiter) {
    CsvParser csv = new CsvParser(delimiter);
    csv.read(text);
    return csv.rows;
  }

  private void read(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        field.append(c);
      } else {
        plain(c);
      }
    }
    endRow();
  }

  private void plain(char c) {
    if (c == delimiter) {
      endField();
    } else if (c == '\n') {
      endRow();
    } else if (c != '\r') {
      field.append(c);
    }
  }

  private void endField() {
    row.add(field.toString());
    field.setLength(0);
  }

  private void endRow() {
    if (!row.isEmpty() || !field.isEmpty()) {
      endField();
      rows.add(row);
      row = new ArrayList<>();
    }
  }
}
