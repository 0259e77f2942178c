package dev.heddle.functions.core.internet;

import dev.heddle.functions.spec.port.OutboundHttp.Refused;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an address must look like before anything is looked up. */
final class UrlRules {
  private static final Pattern DOTTED =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

  /** Ports above 1023 that speak something else: the Fetch standard's list of bad ports. */
  private static final Set<Integer> OTHER_PROTOCOLS =
      Set.of(
          1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
          6669, 6679, 6697, 10080);

  private UrlRules() {}

  /** Refuses what is not a plain http or https address. */
  static void check(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    expect(scheme.equals("http") || scheme.equals("https"), "it must start with https://");
    expect(url.getRawUserInfo() == null, "it must not contain a username or password");
    expect(url.getHost() != null, "its host is missing or invalid");
    host(url.getHost());
    port(url.getPort());
  }

  private static void host(String host) {
    expect(host.indexOf('%') < 0, "its host must not contain %");
    boolean odd = ENDS_IN_NUMBER.matcher(host).matches() && !DOTTED.matcher(host).matches();
    expect(host.startsWith("[") || !odd, "its host is a number in an unusual format");
  }

  private static void port(int port) {
    boolean web = port == -1 || port == 80 || port == 443;
    boolean free = port >= 1024 && port <= 65_535 && !OTHER_PROTOCOLS.contains(port);
    expect(web || free, "port " + port + " isn't allowed");
  }

  private static void expect(boolean holds, String why) {
    if (!holds) {
      throw new Refused("This URL can't be called: " + why + ".");
    }
  }
}
