package dev.heddle.localstack.aws.services.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.Sdk;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

class StsServiceTest {
  @AutoClose
  private final AwsEdge edge = new AwsEdge(List.of(new StsService())).start("127.0.0.1", 0);

  @AutoClose private final StsClient sts = Sdk.over(edge, StsClient.builder());

  @Test
  void everyoneIsTheLocalAccount() {
    var identity = sts.getCallerIdentity();
    assertThat(identity.account()).isEqualTo("000000000000");
    assertThat(identity.arn()).isEqualTo("arn:aws:iam::000000000000:root");
  }

  @Test
  void refusesTheRest() {
    assertThatThrownBy(() -> sts.getSessionToken())
        .isInstanceOf(StsException.class)
        .hasMessageContaining("Only GetCallerIdentity is embedded");
  }
}
