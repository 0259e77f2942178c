package dev.heddle.functions.api.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which passwords are taken: long ones that are not on everyone's list. */
final class PasswordRules {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 1_000;
  private static final int DIFFERENT = 5;
  private static final int AROUND_RUN = 3;

  private static final Pattern AROUND = Pattern.compile("^[^a-z]+|[^a-z]+$");
  private static final Pattern REPEATED = Pattern.compile("(.{1,6}?)\\1+.{0,3}");
  private static final Map<Character, Character> LETTERS =
      Map.of(
          '0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's', '!', 'i');

  /** What is left of most passwords that were ever guessed, without digits and signs around. */
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "passwort",
          "passphrase",
          "passwords",
          "mypassword",
          "thepassword",
          "yourpassword",
          "newpassword",
          "password for",
          "changeme",
          "changeit",
          "letmein",
          "letmeinplease",
          "letmeinnow",
          "welcome",
          "welcomehome",
          "welcomeback",
          "iloveyou",
          "iloveyouso",
          "iloveyousomuch",
          "ilovemyself",
          "admin",
          "administrator",
          "adminadmin",
          "root",
          "superuser",
          "superman",
          "batman",
          "spiderman",
          "starwars",
          "pokemon",
          "football",
          "baseball",
          "basketball",
          "liverpool",
          "chelsea",
          "arsenal",
          "barcelona",
          "manchester",
          "sunshine",
          "princess",
          "dragon",
          "monkey",
          "master",
          "shadow",
          "michael",
          "jennifer",
          "jessica",
          "trustno",
          "trustnoone",
          "whatever",
          "computer",
          "internet",
          "secret",
          "topsecret",
          "supersecret",
          "login",
          "default",
          "testtest",
          "testing",
          "test",
          "demo",
          "guest",
          "user",
          "username",
          "hello",
          "helloworld",
          "helloworld again",
          "heddle",
          "workspace",
          "company",
          "summer",
          "winter",
          "spring",
          "autumn",
          "january",
          "february",
          "september",
          "october",
          "november",
          "december",
          "qwerty",
          "qwertz",
          "azerty",
          "qwertyuiop",
          "qwertzuiop",
          "azertyuiop",
          "asdfghjkl",
          "asdf",
          "zxcvbnm",
          "yxcvbnm",
          "qazwsx",
          "qazwsxedc",
          "qazwsxedcrfv",
          "abc",
          "abcabc",
          "abcdef",
          "abcdefghij",
          "abcdefghijkl",
          "mustang",
          "ferrari",
          "mercedes",
          "samsung",
          "google",
          "facebook",
          "linkedin",
          "microsoft",
          "apple",
          "iphone",
          "android",
          "linux",
          "windows",
          "corona",
          "covid",
          "blink",
          "freedom");

  private static final List<String> RUNS =
      List.of(
          "01234567890123456789",
          "abcdefghijklmnopqrstuvwxyz",
          "qwertyuiopasdfghjklzxcvbnm",
          "qwertzuiopasdfghjklyxcvbnm",
          "azertyuiopqsdfghjklmwxcvbn",
          "1q2w3e4r5t6z7u8i9o0p",
          "1q2w3e4r5t6y7u8i9o0p",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
          "1234567890-=qwertyuiop[]");

  private PasswordRules() {}

  /** What is wrong with a password for this person; empty if nothing is. */
  static Optional<String> objection(String password, String email, String name) {
    int length = password.codePointCount(0, password.length());
    String lower = password.toLowerCase(Locale.ROOT).strip();
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of("Must be " + SHORTEST + " to " + LONGEST + " characters");
    }
    if (isOfPerson(lower, email.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
      return Optional.of("Choose a password that isn't your email or name");
    }
    if (lower.chars().distinct().count() < DIFFERENT
        || REPEATED.matcher(lower).matches()
        || isCommon(lower)
        || isRun(lower)) {
      return Optional.of(
          "This password is too common. Choose several words that are hard to guess");
    }
    return Optional.empty();
  }

  private static boolean isOfPerson(String lower, String email, String name) {
    String mailbox = email.replaceFirst("@.*", "");
    String bare = AROUND.matcher(lower).replaceAll("");
    return lower.equals(email)
        || lower.equals(name)
        || bare.equals(AROUND.matcher(mailbox).replaceAll(""))
        || bare.equals(name.replaceAll("[^a-z]", ""));
  }

  private static boolean isCommon(String lower) {
    String bare = AROUND.matcher(lower).replaceAll("");
    String plain = AROUND.matcher(plain(lower)).replaceAll("");
    return COMMON.contains(bare) || COMMON.contains(plain(bare)) || COMMON.contains(plain);
  }

  /** Written with letters where people like to put digits and signs. */
  private static String plain(String lower) {
    var plain = new StringBuilder();
    for (char c : lower.toCharArray()) {
      plain.append((char) LETTERS.getOrDefault(c, c));
    }
    return plain.toString();
  }

  /** A run along the keyboard or the alphabet, with a little around it. */
  private static boolean isRun(String lower) {
    String backwards = new StringBuilder(lower).reverse().toString();
    return holdsRun(lower) || holdsRun(backwards);
  }

  private static boolean holdsRun(String text) {
    for (int from = 0; from <= AROUND_RUN; from++) {
      int to = text.length() - AROUND_RUN + from;
      if (to > from && isRunOf(text.substring(from, to))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRunOf(String text) {
    return RUNS.stream().anyMatch(run -> run.contains(text));
  }
}
