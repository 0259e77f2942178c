package dev.heddle.localstack.aws.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsChunkedDecoderTest {

  @Test
  void joinsSignedChunksAndReadsTrailers() {
    AwsRequest plain =
        AwsChunkedDecoder.decoded(
            request(
                "5;chunk-signature=ab\r\nhello\r\n1\r\n!\r\n0\r\nx-amz-checksum-crc32:AAAA\r\n\r\n",
                Map.of("content-encoding", List.of("gzip,aws-chunked"))));
    assertThat(plain.body()).asString().isEqualTo("hello!");
    assertThat(plain.header("x-amz-checksum-crc32")).contains("AAAA");
    assertThat(plain.header("content-encoding")).contains("gzip");
  }

  @Test
  void leavesOtherBodiesAlone() {
    AwsRequest other = request("5\r\nhello", Map.of());
    assertThat(AwsChunkedDecoder.decoded(other)).isSameAs(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5\r\nhel",
        "5\r\nhello",
        "zz\r\n",
        "-1\r\n",
        "80000000\r\n",
        "7fffffff\r\nx\r\n",
        "5\r\nhelloX\r\n0\r\n\r\n",
        "\r\n",
        "2\r\nhi\r\n"
      })
  void refusesWhatIsMalformed(String body) {
    assertThatThrownBy(
            () ->
                AwsChunkedDecoder.decoded(
                    request(body, Map.of("content-encoding", List.of("aws-chunked")))))
        .isInstanceOf(AwsFault.class)
        .hasMessageContaining("malformed");
  }

  @Test
  void refusesAnotherLengthThanAnnounced() {
    var headers =
        Map.of(
            "content-encoding", List.of("aws-chunked"),
            "x-amz-decoded-content-length", List.of("6"));
    assertThatThrownBy(() -> AwsChunkedDecoder.decoded(request("5\r\nhello\r\n0\r\n\r\n", headers)))
        .hasMessageContaining("says 6 bytes but has 5");
  }

  private static AwsRequest request(String body, Map<String, List<String>> headers) {
    return new AwsRequest("PUT", "/b/k", "", new HashMap<>(headers), body.getBytes(UTF_8));
  }
}
