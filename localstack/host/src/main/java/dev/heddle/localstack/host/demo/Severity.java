package dev.heddle.localstack.host.demo;

import java.util.Map;

/** How pressing a message is, from 0 to 1. */
final class Severity {
  private static final double USUAL = 0.4;

  private static final Map<Concept, Double> WEIGHTS =
      Map.ofEntries(
          Map.entry(Concept.OUTAGE, 0.25),
          Map.entry(Concept.URGENT, 0.2),
          Map.entry(Concept.SECURITY, 0.3),
          Map.entry(Concept.LOSS, 0.3),
          Map.entry(Concept.COMPLAINT, 0.1),
          Map.entry(Concept.BUG, 0.06),
          Map.entry(Concept.RELAXED, -0.4),
          Map.entry(Concept.QUESTION, -0.2),
          Map.entry(Concept.FEATURE, -0.2),
          Map.entry(Concept.PRAISE, -0.05),
          Map.entry(Concept.SPAM, -0.3));

  private Severity() {}

  static double of(Text text) {
    double severity =
        WEIGHTS.entrySet().stream()
            .mapToDouble(entry -> entry.getValue() * Math.min(entry.getKey().strength(text), 3))
            .sum();
    return Math.clamp(USUAL + severity, 0, 1);
  }
}
