package dev.heddle.localstack.host.demo;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What support messages are about, each with words and phrases that speak for it. */
enum SupportTopic {
  OUTAGE(
      "outage down offline unreachable unavailable incident downtime interruption 500 502 503 504",
      "not reachable",
      "not responding",
      "nobody can|no one can",
      "for (?:every customer|all customers|everyone)",
      "error 50\\d",
      "(?:all|every|most) requests?",
      "nothing (?:loads|works)",
      "(?:can't|cannot|can not|unable to) (?:access|load|open|reach|use)",
      "not being (?:delivered|sent|processed)",
      "connection errors?"),
  URGENT(
      "urgent asap immediately emergency critical blocker blocking escalate stuck production",
      "right (?:away|now)",
      "as soon as possible",
      "losing (?:orders|money|customers|sales)",
      "by the minute",
      "(?:any|every|no|all|all our|all the) (?:customers?|users?)",
      "nobody can|no one can",
      "completely blocked",
      "(?:whole|entire) (?:\\w+ )?(?:team|company|office)",
      "before (?:noon|tonight|tomorrow)",
      "within the hour"),
  RELAXED(
      "",
      "no (?:rush|hurry)",
      "(?:not|isn't) urgent",
      "whenever you",
      "at your convenience",
      "low priority",
      "when you have (?:a moment|time)",
      "just (?:curious|wondering)"),
  BILLING(
      "refund invoice charge bill billing payment pay paid card subscription receipt money credit"
          + " vat tax finance overcharge price",
      "charged twice",
      "double charge",
      "money back"),
  ACCOUNT(
      "password login account lock username reset 2fa mfa authentication permission profile",
      "(?:log|sign|logged|signed) (?:in|out)",
      "locked out"),
  BUG(
      "crash bug broken error fail failure freeze wrong glitch exception defect technical slow"
          + " timeout issue problem hang",
      "(?:doesn't|does not|not|stopped) work(?:ing)?",
      "does nothing",
      "(?:white|blank) (?:screen|page)"),
  QUESTION(
      "question wonder documentation doc guide tutorial explain learn howto information inquiry",
      "how (?:do|can|should|would) (?:i|we|one)",
      "how to",
      "is it possible|is there a way",
      "can (?:i|we)",
      "where (?:do|can) (?:i|we)",
      "what (?:is|do (?:i|we))",
      "the difference between",
      "could (?:you|someone|anyone) (?:tell|explain)"),
  FEATURE(
      "feature wish suggestion suggest improvement idea enhancement roadmap",
      "would be (?:nice|great|helpful)",
      "feature request",
      "would love",
      "(?:can|could) you (?:please )?(?:add|support|implement)",
      "please add"),
  SHIPPING(
      "delivery deliver parcel package tracking ship shipment shipping courier", "not arrived"),
  SALES("quote pricing upgrade trial purchase buy offer enterprise sale demo reseller"),
  COMPLAINT(
      "unhappy angry disappointed terrible unacceptable complaint worst frustrated awful ridiculous"
          + " negative",
      "fed up"),
  PRAISE("thank great love excellent amazing happy perfect praise positive wonderful", "well done"),
  CANCEL("cancel cancellation terminate unsubscribe churn", "close my account"),
  SECURITY("breach hack phishing leak vulnerability security stolen compromise"),
  LOSS(
      "corrupt wiped vanished disappeared restore",
      "data loss",
      "(?:lost|deleted) (?:all|our|my|every)",
      "(?:was|were) deleted"),
  SPAM("winner lottery casino prize spam seo backlink", "click here");

  private final Set<String> stems;
  private final List<Pattern> phrases;

  SupportTopic(String words, String... phrases) {
    stems =
        Arrays.stream(words.split(" "))
            .filter(word -> !word.isEmpty())
            .map(WordStems::stem)
            .collect(Collectors.toUnmodifiableSet());
    this.phrases =
        Arrays.stream(phrases)
            .map(phrase -> Pattern.compile("(?i)\\b(?:" + phrase + ")\\b"))
            .toList();
  }

  /** The concepts that a few words of a label speak for. */
  static Set<SupportTopic> of(List<String> stems) {
    Set<SupportTopic> found = EnumSet.noneOf(SupportTopic.class);
    for (SupportTopic concept : values()) {
      if (stems.stream().anyMatch(concept::isNamedBy)) {
        found.add(concept);
      }
    }
    return found;
  }

  private boolean isNamedBy(String stem) {
    return stems.contains(stem) || WordStems.stem(name().toLowerCase(Locale.ROOT)).equals(stem);
  }

  /** How many different words and phrases of a text speak for it. */
  int strength(AnalyzedText text) {
    long words = stems.stream().filter(text::affirms).count();
    long sayings = phrases.stream().filter(phrase -> phrase.matcher(text.raw()).find()).count();
    return (int) (words + sayings);
  }
}
