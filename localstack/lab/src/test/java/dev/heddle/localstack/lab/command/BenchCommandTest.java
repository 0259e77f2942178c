package dev.heddle.localstack.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmarks of the heddle command are named, listed and refused where they are not known. */
class BenchCommandTest {
  private final HeddleCommand bench = new BenchCommand();

  @Test
  void helpListsTheBenchmarks() {
    assertThat(bench.help()).contains("bench NAME", "engine", "--seconds N", "pass10, map100");
    assertThat(bench.help()).contains("compile", "--sizes N,N,…", "chain, fork");
    assertThat(bench.help()).contains("coldstart", "--starts N");
  }

  @Test
  void refusesWhatIsNotKnown() {
    refused("missing benchmark name");
    refused("unknown benchmark soup", "soup");
    refused("unknown option --speed", "engine", "--speed");
    refused("--seconds must be", "engine", "--seconds", "none");
    refused("--waiting must be", "engine", "--waiting", "-1");
    refused("--only must be one of", "engine", "--only", "soup");
    refused("--only must be one of", "compile", "--only", "soup");
    refused("--sizes must be", "compile", "--sizes", "10,");
    refused("--starts must be", "coldstart", "--starts", "0");
  }

  private void refused(String why, String... arguments) {
    assertThatThrownBy(() -> bench.run(List.of(arguments)))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining(why);
  }
}
