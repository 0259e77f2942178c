package dev.heddle.localstack.aws.services.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class MultipartTest extends FilesFixture {
  private static final int FIVE = 5 << 20;
  private String upload;

  @BeforeEach
  void begin() {
    upload =
        s3.createMultipartUpload(
                u -> u.bucket("box").key("big").contentType("text/x").metadata(Map.of("k", "v")))
            .uploadId();
  }

  @Test
  void joinsThePartsEvenOverARestart() {
    List<CompletedPart> parts = new ArrayList<>();
    parts.add(part(1, FIVE, 'a'));
    part(2, FIVE, 'x');
    stop();
    start();
    parts.add(part(2, FIVE + 1, 'b'));
    parts.add(part(4, 3, 'c'));
    assertThat(s3.listParts(l -> l.bucket("box").key("big").uploadId(upload)).parts()).hasSize(3);
    var done = complete(parts);
    assertThat(done).endsWith("-3\"");
    var head = s3.headObject(h -> h.bucket("box").key("big"));
    assertThat(head.contentLength()).isEqualTo(2L * FIVE + 4);
    assertThat(head.contentType()).isEqualTo("text/x");
    assertThat(head.metadata()).containsEntry("k", "v");
    assertThat(range(FIVE - 1, FIVE)).isEqualTo("ab");
    assertThat(range(2 * FIVE, 2 * FIVE + 3)).isEqualTo("bccc");
    assertThat(s3.listMultipartUploads(u -> u.bucket("box")).uploads()).isEmpty();
  }

  @Test
  void abortsAndForgets() {
    part(1, 10, 'a');
    s3.abortMultipartUpload(a -> a.bucket("box").key("big").uploadId(upload));
    assertThatThrownBy(() -> part(2, 10, 'b')).isInstanceOf(NoSuchUploadException.class);
  }

  @Test
  void refusesWrongParts() {
    CompletedPart first = part(1, 10, 'a');
    CompletedPart second = part(2, 10, 'b');
    assertThatThrownBy(() -> complete(List.of(first, second)))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("smaller than the minimum");
    assertThatThrownBy(() -> complete(List.of(second, first)))
        .hasMessageContaining("ascending order");
    assertThatThrownBy(() -> complete(List.of(first.toBuilder().eTag("x").build())))
        .hasMessageContaining("could not be found");
    assertThatThrownBy(() -> part(10_001, 1, 'x')).hasMessageContaining("Part number");
    complete(List.of(first));
    assertThat(text("big")).isEqualTo("a".repeat(10));
  }

  private CompletedPart part(int number, int size, char content) {
    var body = RequestBody.fromString(String.valueOf(content).repeat(size));
    String etag =
        s3.uploadPart(p -> p.bucket("box").key("big").uploadId(upload).partNumber(number), body)
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private String complete(List<CompletedPart> parts) {
    return s3.completeMultipartUpload(
            c -> c.bucket("box").key("big").uploadId(upload).multipartUpload(m -> m.parts(parts)))
        .eTag();
  }

  private String range(int from, int to) {
    return s3.getObjectAsBytes(g -> g.bucket("box").key("big").range("bytes=" + from + "-" + to))
        .asUtf8String();
  }
}
