package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.shape.WellFormedText;
import dev.heddle.functions.spec.shape.WireJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/**
 * JSON documents as attributes: text when small, else gzipped, because DynamoDB charges by the
 * kilobyte and holds 400 KB an item.
 */
public final class DocumentAttributes {
  private static final int SMALL = 1_024;

  /** What is stored of one document, in bytes; the rest of an item is for its other attributes. */
  private static final int STORED = 350 * 1024;

  /** What one document unpacks to, in bytes. */
  private static final int UNPACKED = 4 * 1024 * 1024;

  private DocumentAttributes() {}

  static AttributeValue write(JsonNode json) {
    String text = WellFormedText.of(json.toString());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= SMALL) {
      return AttributeValue.fromS(text);
    }
    if (bytes.length > UNPACKED) {
      throw new Fault(new Problem.TooLarge(UNPACKED));
    }
    byte[] packed = packed(bytes);
    if (packed.length > STORED) {
      throw new Fault(new Problem.TooLarge(STORED));
    }
    return AttributeValue.fromB(SdkBytes.fromByteArray(packed));
  }

  /** Whether a document can be stored. */
  public static boolean fits(JsonNode json) {
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    return bytes.length <= SMALL || (bytes.length <= UNPACKED && packed(bytes).length <= STORED);
  }

  static JsonNode read(AttributeValue value) {
    return value.s() != null
        ? WireJson.MAPPER.readTree(value.s())
        : WireJson.MAPPER.readTree(unpacked(value.b().asByteArray()));
  }

  private static byte[] packed(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 4);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Packing in memory", e);
    }
    return out.toByteArray();
  }

  private static byte[] unpacked(byte[] bytes) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(UNPACKED);
    } catch (IOException e) {
      throw new UncheckedIOException("A stored document does not unpack", e);
    }
  }
}
