package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls begin as soon as there is a place for their owner. */
class CallLimiterTest {
  private final List<String> begun = new ArrayList<>();
  private final CallLimiter calls = new CallLimiter(3);

  private void submit(String owner, String call) {
    calls.submit(owner, () -> begun.add(call));
  }

  @Test
  void oneEndMayLetSeveralBegin() {
    submit("a", "a1");
    submit("b", "b1");
    submit("b", "b2");
    submit("a", "a2");
    assertThat(begun).containsExactly("a1", "b1");

    calls.done("a");

    // The place goes to b, whose turn it is; the one kept free for newcomers is a's now.
    assertThat(begun).containsExactly("a1", "b1", "b2", "a2");
  }
}
