package dev.heddle.functions.api.workflows;

/** A small drawing and its state machine, as the API's description shows them. */
public final class GraphExample {
  /** A start by hand that sorts a ticket. */
  public static final String JSON =
      """
      {
        "schemaVersion": 1,
        "name": "Support triage",
        "settings": {},
        "nodes": [
          {"id": "start", "type": "manual@1", "name": "Start", "position": {"x": 0, "y": 0},
           "config": {"sample": {"text": "The shop is down"}}},
          {"id": "set1", "type": "set@1", "name": "Sort", "position": {"x": 300, "y": 0},
           "config": {"keep": false, "fields": [{"name": "queue", "value": "urgent"}]}}
        ],
        "edges": [{"id": "e1", "source": "start", "port": "main", "target": "set1"}]
      }
      """;

  /** What it becomes. */
  public static final String MACHINE =
      """
      {
        "QueryLanguage": "JSONata",
        "StartAt": "Sort",
        "States": {"Sort": {"Type": "Pass", "Output": {"queue": "urgent"}, "End": true}}
      }
      """;

  private GraphExample() {}
}
