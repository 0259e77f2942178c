package dev.heddle.localstack.lab.bench;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;

/**
 * A machine that is run again and again.
 *
 * @param definition in JSONata
 * @param input JSON text
 */
record EngineWorkload(String name, String title, String definition, String input) {

  /** The workloads that are measured. */
  static final List<EngineWorkload> ALL =
      List.of(
          new EngineWorkload("pass10", "10 Pass states", passes(), "{}"),
          new EngineWorkload("map100", "Choice and Map of 100", choiceAndMap(), numbers()),
          new EngineWorkload("parallel10", "Parallel of 10", parallel(), "{\"n\":1}"),
          new EngineWorkload("jsonata", "5 states of JSONata", orders(), "{}"));

  private static String passes() {
    return chain(10, "");
  }

  private static String chain(int length, String fields) {
    return machine(
        "P1",
        IntStream.rangeClosed(1, length)
            .mapToObj(i -> state(i, fields, i == length ? "'End':true" : "'Next':'P" + (i + 1)))
            .collect(Collectors.joining(",")));
  }

  private static String state(int number, String fields, String next) {
    String end = next.startsWith("'Next'") ? next + "'" : next;
    return "'P" + number + "':{'Type':'Pass'," + fields + end + "}";
  }

  private static String choiceAndMap() {
    return machine(
        "C",
        "'C':{'Type':'Choice','Choices':[{'Condition':'{% $count($states.input) > 10 %}',"
            + "'Next':'M'}],'Default':'E'},'E':{'Type':'Succeed'},"
            + "'M':{'Type':'Map','ItemProcessor':{'StartAt':'I','States':{'I':{'Type':'Pass',"
            + "'Output':'{% $states.input * 2 %}','End':true}}},'End':true}");
  }

  private static String parallel() {
    String branch =
        "{'StartAt':'B%d','States':{'B%d':{'Type':'Pass','Output':'{%% $states.input.n + %d %%}',"
            + "'End':true}}}";
    String branches =
        IntStream.range(0, 10)
            .mapToObj(i -> String.format(Locale.ROOT, branch, i, i, i))
            .collect(Collectors.joining(","));
    return machine("A", "'A':{'Type':'Parallel','Branches':[" + branches + "],'End':true}");
  }

  /** Each state makes 40 orders, filters, groups, sorts and adds them up. */
  private static String orders() {
    String expression =
        "($all := [1..40].{\\\"id\\\": $, \\\"city\\\": \\\"c\\\" & ($ % 7), \\\"sum\\\": $ * 3};"
            + " $big := $all[sum > 30];"
            + " {\\\"cities\\\": $distinct($big.city), \\\"total\\\": $sum($big.sum),"
            + " \\\"first\\\": $sort($big, function($a, $b) {$a.sum < $b.sum})[0].id,"
            + " \\\"text\\\": $join($big.$uppercase(city), \\\",\\\")})";
    return chain(5, "'Output':'{% " + expression + " %}',");
  }

  private static String machine(String start, String states) {
    String text = "{'QueryLanguage':'JSONata','StartAt':'" + start + "','States':{" + states + "}}";
    return text.replace('\'', '"');
  }

  private static String numbers() {
    ArrayNode items = Json.array();
    IntStream.range(0, 100).forEach(items::add);
    return Json.text(items);
  }
}
