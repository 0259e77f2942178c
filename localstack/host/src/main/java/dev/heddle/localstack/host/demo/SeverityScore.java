package dev.heddle.localstack.host.demo;

import java.util.Map;

/** How pressing a message is, from 0 to 1. */
final class SeverityScore {
  private static final double USUAL = 0.4;

  private static final Map<SupportTopic, Double> WEIGHTS =
      Map.ofEntries(
          Map.entry(SupportTopic.OUTAGE, 0.25),
          Map.entry(SupportTopic.URGENT, 0.2),
          Map.entry(SupportTopic.SECURITY, 0.3),
          Map.entry(SupportTopic.LOSS, 0.3),
          Map.entry(SupportTopic.COMPLAINT, 0.1),
          Map.entry(SupportTopic.BUG, 0.06),
          Map.entry(SupportTopic.RELAXED, -0.4),
          Map.entry(SupportTopic.QUESTION, -0.2),
          Map.entry(SupportTopic.FEATURE, -0.2),
          Map.entry(SupportTopic.PRAISE, -0.05),
          Map.entry(SupportTopic.SPAM, -0.3));

  private SeverityScore() {}

  static double of(AnalyzedText text) {
    double severity =
        WEIGHTS.entrySet().stream()
            .mapToDouble(entry -> entry.getValue() * Math.min(entry.getKey().strength(text), 3))
            .sum();
    return Math.clamp(USUAL + severity, 0, 1);
  }
}
