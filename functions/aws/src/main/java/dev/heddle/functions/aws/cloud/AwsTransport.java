package dev.heddle.functions.aws.cloud;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * How AWS is reached. What is null is as the environment says: region, credentials and {@code
 * AWS_ENDPOINT_URL_…}.
 *
 * @param elsewhere whether the services answer at other hosts than AWS's own; a client must then
 *     not put words such as {@code sync-} before the host
 */
public record AwsTransport(
    @Nullable SdkHttpClient http,
    @Nullable Region region,
    @Nullable AwsCredentialsProvider credentials,
    @Nullable URI endpoint,
    boolean elsewhere) {

  /** As in Lambda: everything from the environment. */
  public static AwsTransport of(Map<String, String> environment) {
    boolean elsewhere =
        environment.containsKey("AWS_ENDPOINT_URL")
            || environment.containsKey("AWS_ENDPOINT_URL_SFN");
    return new AwsTransport(null, null, null, null, elsewhere);
  }

  /** To embedded services behind this client, such as those of the same process. */
  public static AwsTransport embedded(SdkHttpClient http) {
    return new AwsTransport(http, Region.US_EAST_1, anyCredentials(), null, true);
  }

  /** To embedded services at one endpoint. */
  public static AwsTransport embedded(URI endpoint) {
    return new AwsTransport(null, Region.US_EAST_1, anyCredentials(), endpoint, true);
  }

  private static AwsCredentialsProvider anyCredentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("heddle", "heddle"));
  }

  /** Sets a client's builder up so. */
  <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B on(B builder) {
    if (http == null) {
      builder.httpClientBuilder(UrlConnectionHttpClient.builder());
    } else {
      builder.httpClient(http);
    }
    if (region != null) {
      builder.region(region);
    }
    if (credentials != null) {
      builder.credentialsProvider(credentials);
    }
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    if (elsewhere) {
      builder.overrideConfiguration(
          c -> c.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true));
    }
    return builder;
  }
}
