package dev.heddle.functions.nodes.digest;

import Heddle.BadConfig;
import Heddle.SecretMissing;
import dev.heddle.events.NodeCall;
import dev.heddle.events.NodeReply;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.NodeCode;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Gives a text's SHA-2 digest or, with a key, its HMAC (RFC 2104). */
public final class DigestNode implements NodeUnit<DigestNode.Config> {

  /** The node's settings. */
  public record Config(
      @FormField(title = "Text", format = Shape.Format.MULTILINE, max = 200_000, dynamic = true)
          String text,
      @FormField(title = "Algorithm", fallback = "\"sha-256\"") Algorithm algorithm,
      @Nullable
          @FormField(
              title = "Key",
              hint =
                  "With a key, the result is an HMAC that can only be computed with the same key.",
              format = Shape.Format.SECRET,
              max = 64)
          String key,
      @FormField(title = "Encoding", fallback = "\"hex\"") Encoding encoding) {}

  /** The digests offered. */
  public enum Algorithm {
    @VariantName(value = "sha-256", title = "SHA-256")
    SHA_256("SHA-256", "HmacSHA256"),
    @VariantName(value = "sha-512", title = "SHA-512")
    SHA_512("SHA-512", "HmacSHA512");

    private final String digest;
    private final String mac;

    Algorithm(String digest, String mac) {
      this.digest = digest;
      this.mac = mac;
    }
  }

  /** How the bytes are written. */
  public enum Encoding {
    @VariantName(value = "hex", title = "Hexadecimal")
    HEX,
    @VariantName(value = "base64", title = "Base64")
    BASE64
  }

  @Override
  public NodeSpec<Config> spec() {
    return NodeSpec.of("digest@1", Config.class)
        .title("Digest")
        .summary("Computes the hash of a text, or signs it with a key.")
        .family(Family.DATA)
        .icon("fingerprint")
        .keywords("hash", "sha", "hmac", "sign", "signature", "checksum", "crypto")
        .line("{algorithm} as {encoding}")
        .wiring(new NodeWiring.Call())
        .failurePort()
        .output(
            new Shape.Fields(
                List.of(
                    Shape.Field.required(
                        "digest", "Digest", Shape.Text.of(Shape.Format.PLAIN, 1, 128)))))
        .timeout(Duration.ofSeconds(10))
        .access(new Access.Uses(Access.Secrets.TENANT_READ));
  }

  @Override
  public NodeCode<Config> open(Ports ports) {
    return (config, call) -> {
      byte[] text = config.text().getBytes(StandardCharsets.UTF_8);
      byte[] bytes =
          config.key() == null
              ? digest(config.algorithm(), text)
              : mac(config.algorithm(), key(ports, call, config.key()), text);
      return NodeReply.main(
          WireJson.MAPPER.createObjectNode().put("digest", written(config.encoding(), bytes)));
    };
  }

  private static byte[] key(Ports ports, NodeCall call, String name) {
    return ports
        .tenantSecrets()
        .apply(new Tenant(call.tenant()))
        .reveal(name)
        .map(value -> value.getBytes(StandardCharsets.UTF_8))
        .orElseThrow(() -> new SecretMissing("There is no secret called " + name + "."));
  }

  private static byte[] digest(Algorithm algorithm, byte[] text) {
    try {
      return MessageDigest.getInstance(algorithm.digest).digest(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + algorithm.digest, e);
    }
  }

  private static byte[] mac(Algorithm algorithm, byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(algorithm.mac);
      mac.init(new SecretKeySpec(key, algorithm.mac));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new BadConfig("The key can't be used for " + algorithm.mac + ".");
    }
  }

  private static String written(Encoding encoding, byte[] bytes) {
    return switch (encoding) {
      case HEX -> HexFormat.of().formatHex(bytes);
      case BASE64 -> Base64.getEncoder().encodeToString(bytes);
    };
  }
}
