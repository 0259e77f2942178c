package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Values between delimiters. */
class CsvParserTest {
  private static List<List<String>> rows(String text) {
    return CsvParser.rows(text, ',');
  }

  @Test
  void rowsAndFields() {
    assertThat(rows("a,b\nc,d\n")).containsExactly(List.of("a", "b"), List.of("c", "d"));
    assertThat(rows("a,b\r\nc,d")).containsExactly(List.of("a", "b"), List.of("c", "d"));
    assertThat(rows("a,,\n,b,")).containsExactly(List.of("a", "", ""), List.of("", "b", ""));
    assertThat(rows("")).isEmpty();
    assertThat(rows("\n\na\n\n")).containsExactly(List.of("a"));
    assertThat(CsvParser.rows("a|b,c", '|')).containsExactly(List.of("a", "b,c"));
  }

  @Test
  void quotesTakeTheMeaningOfWhatIsBetween() {
    assertThat(rows("\"a,b\",\"c\nd\",\"say \"\"hi\"\"\""))
        .containsExactly(List.of("a,b", "c\nd", "say \"hi\""));
    assertThat(rows("\"\",x")).containsExactly(List.of("", "x"));
  }

  private static String written(String field) {
    return field.isEmpty() || field.matches(".*[,\"\\n].*") || field.contains("\n")
        ? "\"" + field.replace("\"", "\"\"") + "\""
        : field;
  }

  @Test
  void whatIsWrittenIsRead() {
    Random random = new Random(12);
    String letters = "ab,\"\n c";
    for (int round = 0; round < 1_000; round++) {
      List<List<String>> table = new ArrayList<>();
      for (int r = 1 + random.nextInt(4); r > 0; r--) {
        List<String> row = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
          StringBuilder field = new StringBuilder("x");
          for (int n = random.nextInt(5); n > 0; n--) {
            field.append(letters.charAt(random.nextInt(letters.length())));
          }
          row.add(field.toString());
        }
        table.add(row);
      }
      String text =
          table.stream()
              .map(row -> row.stream().map(CsvParserTest::written).collect(Collectors.joining(",")))
              .collect(Collectors.joining("\n"));
      assertThat(rows(text)).as(text).isEqualTo(table);
    }
  }
}
