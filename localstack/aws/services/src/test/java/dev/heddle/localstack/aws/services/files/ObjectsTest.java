package dev.heddle.localstack.aws.services.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ObjectsTest extends FilesFixture {

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a/b//c", "ü ß/+&?#%.txt", "a%2Fb", "sp ace", "~*'()!", "日本", "trailing/"})
  void keepsObjectsUnderAnyKey(String key) {
    put(key, "content of " + key);
    assertThat(text(key)).isEqualTo("content of " + key);
    assertThat(s3.listObjectsV2(l -> l.bucket("box")).contents())
        .extracting(o -> o.key())
        .containsExactly(key);
    s3.deleteObject(d -> d.bucket("box").key(key));
    assertThatThrownBy(() -> text(key)).isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void keepsHeadersAndMetadata() {
    var put =
        s3.putObject(
            p ->
                p.bucket("box")
                    .key("a")
                    .contentType("text/plain")
                    .cacheControl("no-store")
                    .metadata(Map.of("owner", "x y")),
            RequestBody.fromString("hello"));
    assertThat(put.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
    stop();
    start();
    var head = s3.headObject(h -> h.bucket("box").key("a"));
    assertThat(head.contentLength()).isEqualTo(5);
    assertThat(head.contentType()).isEqualTo("text/plain");
    assertThat(head.cacheControl()).isEqualTo("no-store");
    assertThat(head.metadata()).isEqualTo(Map.of("owner", "x y"));
    assertThat(head.lastModified()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(head.eTag()).isEqualTo(put.eTag());
    assertThat(text("a")).isEqualTo("hello");
  }

  @Test
  void keepsAnEmptyObjectAndOneOfManyChunks() {
    put("empty", "");
    assertThat(text("empty")).isEmpty();
    byte[] large = new byte[3_500_000];
    new Random(1).nextBytes(large);
    s3.putObject(p -> p.bucket("box").key("large"), RequestBody.fromBytes(large));
    assertThat(s3.getObjectAsBytes(g -> g.bucket("box").key("large")).asByteArray())
        .isEqualTo(large);
    assertThat(
            s3.getObjectAsBytes(g -> g.bucket("box").key("large").range("bytes=1048000-2098000"))
                .asByteArray())
        .isEqualTo(Arrays.copyOfRange(large, 1_048_000, 2_098_001));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-1, he, bytes 0-1/5",
    "bytes=3-, lo, bytes 3-4/5",
    "bytes=-2, lo, bytes 3-4/5",
    "bytes=1-99, ello, bytes 1-4/5",
    "bytes=-99, hello, bytes 0-4/5"
  })
  void readsRanges(String range, String expected, String contentRange) {
    put("a", "hello");
    var read = s3.getObjectAsBytes(g -> g.bucket("box").key("a").range(range));
    assertThat(read.asUtf8String()).isEqualTo(expected);
    assertThat(read.response().contentRange()).isEqualTo(contentRange);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-", "bytes=9-10", "bytes=3-1", "bytes=-0"})
  void refusesRangesOutside(String range) {
    put("a", "hello");
    assertThatThrownBy(() -> s3.getObject(g -> g.bucket("box").key("a").range(range)))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(416));
  }

  @Test
  void readsAndWritesOnConditions() throws Exception {
    put("a", "hello");
    String etag = s3.headObject(h -> h.bucket("box").key("a")).eTag();
    assertThat(http("GET", "/box/a", "", "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(http("GET", "/box/a", "", "If-Match", "\"x\"").statusCode()).isEqualTo(412);
    assertThatThrownBy(
            () ->
                s3.putObject(
                    p -> p.bucket("box").key("a").ifNoneMatch("*"), RequestBody.fromString("b")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    s3.putObject(p -> p.bucket("box").key("a").ifMatch(etag), RequestBody.fromString("b"));
    assertThat(text("a")).isEqualTo("b");
  }

  @Test
  void copiesWithOrWithoutItsMetadata() {
    s3.putObject(
        p -> p.bucket("box").key("a b").metadata(Map.of("k", "v")), RequestBody.fromString("x"));
    s3.copyObject(
        c ->
            c.sourceBucket("box").sourceKey("a b").destinationBucket("box").destinationKey("kept"));
    s3.copyObject(
        c ->
            c.sourceBucket("box")
                .sourceKey("a b")
                .destinationBucket("box")
                .destinationKey("replaced")
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(Map.of("n", "w")));
    s3.deleteObject(d -> d.bucket("box").key("a b"));
    assertThat(text("kept")).isEqualTo("x");
    assertThat(s3.headObject(h -> h.bucket("box").key("kept")).metadata()).containsKey("k");
    assertThat(s3.headObject(h -> h.bucket("box").key("replaced")).metadata())
        .containsOnlyKeys("n");
  }

  @Test
  void verifiesChecksums() throws Exception {
    for (var algorithm : List.of(ChecksumAlgorithm.CRC32, ChecksumAlgorithm.SHA256)) {
      s3.putObject(
          p -> p.bucket("box").key("a").checksumAlgorithm(algorithm),
          RequestBody.fromString("hello"));
    }
    var wrong = http("PUT", "/box/a", "hello", "x-amz-checksum-crc32", "AAAAAA==");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("<Code>BadDigest</Code>");
  }

  @Test
  void theSdkKnowsTheFaults() {
    assertThatThrownBy(() -> text("none")).isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.headObject(h -> h.bucket("box").key("none")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.getObject(g -> g.bucket("other").key("a")))
        .isInstanceOf(NoSuchBucketException.class);
    assertThatThrownBy(
            () -> s3.putObject(p -> p.bucket("other").key("a"), RequestBody.fromString("")))
        .isInstanceOf(NoSuchBucketException.class);
    assertThatThrownBy(() -> put("k".repeat(1_025), "x")).hasMessageContaining("too long");
    assertThatThrownBy(
            () ->
                s3.putObject(
                    p -> p.bucket("box").key("a").metadata(Map.of("m", "x".repeat(2_049))),
                    RequestBody.fromString("")))
        .hasMessageContaining("metadata");
    assertThatThrownBy(
            () ->
                s3.putObject(
                    p -> p.bucket("box").key("a"), RequestBody.fromBytes(new byte[(10 << 20) + 1])))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(413));
  }
}
