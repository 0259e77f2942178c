package dev.heddle.localstack.aws.services.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class AddressesTest extends FilesFixture {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:4566, /box/a/b%20c, box, a/b c",
    "localhost:4566, /box/a, box, a",
    "localhost, /box, box, ''",
    "localhost, /, '', ''",
    "box.localhost:4566, /a/b, box, a/b",
    "my.box.localhost, /a, my.box, a",
    "box.s3.localhost:4566, /a, box, a",
    "s3.localhost:4566, /box/a, box, a",
    "box.s3.us-east-1.amazonaws.com, /a, box, a",
    "box.s3-fips.eu-west-1.amazonaws.com, /a, box, a",
    "localhost, //a, '', a"
  })
  void findsBucketAndKey(String host, String path, String bucket, String key) {
    var request = new AwsRequest("GET", path, "", Map.of("host", List.of(host)), new byte[0]);
    assertThat(S3Location.of(request)).isEqualTo(new S3Location(bucket, key));
  }

  @Test
  void acceptsPresignedAddressesUntilTheyExpire() throws Exception {
    try (S3Presigner presigner = presigner()) {
      var put =
          presigner.presignPutObject(
              p ->
                  p.signatureDuration(Duration.ofMinutes(5))
                      .putObjectRequest(o -> o.bucket("box").key("up load")));
      assertThat(send(put.url().toURI(), "PUT", "by hand").statusCode()).isEqualTo(200);
      var get =
          presigner.presignGetObject(
              g ->
                  g.signatureDuration(Duration.ofMinutes(5))
                      .getObjectRequest(o -> o.bucket("box").key("up load")));
      var read = send(get.url().toURI(), "GET", "");
      assertThat(read.body()).isEqualTo("by hand");
      clock.advance(Duration.between(clock.instant(), Instant.now()).plusMinutes(6));
      var late = send(get.url().toURI(), "GET", "");
      assertThat(late.statusCode()).isEqualTo(403);
      assertThat(late.body()).contains("Request has expired");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET|/box/a?X-Amz-Signature=x|``|400|AuthorizationQueryParametersError",
        "GET|/box/a?X-Amz-Signature=x&X-Amz-Date=20260301T100000Z&X-Amz-Expires=9999999|``|400|AuthorizationQueryParametersError",
        "PUT|/Not_valid|``|400|InvalidBucketName",
        "PUT|/a..b|``|400|InvalidBucketName",
        "GET|/box?tagging|``|501|NotImplemented",
        "PATCH|/box/a|``|405|MethodNotAllowed",
        "POST|/box/a|``|405|MethodNotAllowed",
        "PUT|/box?versioning|<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><V><Status>&e;</Status></V>|400|MalformedXML",
        "PUT|/box?versioning|<V><Status>Maybe</Status></V>|400|MalformedXML",
        "PUT|/box?lifecycle|<L/>|400|MalformedXML",
        "POST|/box?delete|not xml|400|MalformedXML",
        "POST|/box?delete|<Delete><Object/></Delete>|400|MalformedXML",
        "GET|/box?list-type=2&continuation-token=*|``|400|InvalidArgument",
        "GET|/box?list-type=2&max-keys=-1|``|400|InvalidArgument",
        "GET|/box/a%00b|``|404|NoSuchKey",
        "PUT|/box/a%00b|``|400|InvalidArgument",
        "PUT|/box/a?partNumber=1&uploadId=x|``|404|NoSuchUpload",
      })
  void refusesBadInput(String method, String path, String body, int status, String code)
      throws Exception {
    var answer = http(method, path, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("<Code>" + code + "</Code>");
    assertThat(answer.body()).doesNotContain("root:");
  }

  private S3Presigner presigner() {
    return S3Presigner.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + edge.port()))
        .region(Region.US_EAST_1)
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  private static java.net.http.HttpResponse<String> send(URI uri, String method, String body)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(uri)
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }
}
