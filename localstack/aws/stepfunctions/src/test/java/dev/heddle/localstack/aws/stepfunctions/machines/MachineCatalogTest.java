package dev.heddle.localstack.aws.stepfunctions.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.MemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines, versions and aliases, and what an ARN starts. */
class MachineCatalogTest {
  private static final String ONE = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}";
  private static final String TWO = "{\"StartAt\":\"B\",\"States\":{\"B\":{\"Type\":\"Succeed\"}}}";
  private final MemoryStore store = new MemoryStore();
  private final MachineCatalog catalog = new MachineCatalog(store, new Random(1)::nextLong);

  private StateMachine machine(String name, String definition, Map<String, String> tags) {
    String hash = MachineCatalog.hash(definition);
    var machine =
        new StateMachine(
            AccountArns.LOCAL.machine(name),
            name,
            false,
            hash,
            "role",
            StateMachine.INITIAL,
            1,
            1,
            0,
            Json.nothing(),
            Json.nothing(),
            tags);
    catalog.put(machine, definition, null);
    return machine;
  }

  private StateMachineVersion version(StateMachine machine, int number, String definition) {
    StateMachineVersion version =
        new StateMachineVersion(
            machine.arn() + ":" + number,
            machine.arn(),
            number,
            MachineCatalog.hash(definition),
            "role",
            "rev",
            1,
            null);
    catalog.put(machine, definition, version);
    return version;
  }

  @Test
  void whatWasPutIsFound() {
    StateMachine machine = machine("m", ONE, Map.of());
    assertThat(catalog.machine(machine.arn())).contains(machine);
    assertThat(catalog.definition(machine.definition())).isEqualTo(ONE);
    assertThat(catalog.parsed(machine.definition()).top().startAt()).isEqualTo("A");
    assertThat(catalog.parsed(machine.definition())).isSameAs(catalog.parsed(machine.definition()));
    assertThat(new MachineCatalog(store, () -> 0).machine(machine.arn())).contains(machine);
    assertThat(catalog.machine("arn:none")).isEmpty();
  }

  @Test
  void anUpdateIsSeenAtOnce() {
    StateMachine before = machine("m", ONE, Map.of());
    assertThat(catalog.machine(before.arn())).contains(before);
    StateMachine after = machine("m", TWO, Map.of("k", "v"));
    assertThat(catalog.machine(before.arn())).contains(after);
    assertThat(catalog.definition(before.definition())).as("its executions need it").isEqualTo(ONE);
  }

  @Test
  void aMachineGoesWithItsVersionsAndAliases() {
    StateMachine machine = machine("m", ONE, Map.of());
    StateMachine other = machine("m2", ONE, Map.of());
    StateMachineVersion version = version(machine, 1, ONE);
    StateMachineAlias alias = alias(machine, version.arn(), 100, version.arn());
    catalog.remove(machine);
    assertThat(catalog.machine(machine.arn())).isEmpty();
    assertThat(catalog.version(version.arn())).isEmpty();
    assertThat(catalog.alias(alias.arn())).isEmpty();
    assertThat(catalog.machines()).containsExactly(other);
    assertThat(catalog.definition(machine.definition())).isEqualTo(ONE);
  }

  private StateMachineAlias alias(StateMachine machine, String first, int weight, String second) {
    var routes =
        List.of(
            new StateMachineAlias.Route(first, weight),
            new StateMachineAlias.Route(second, 100 - weight));
    StateMachineAlias alias =
        new StateMachineAlias(machine.arn() + ":live", "live", null, routes, 1, 1);
    catalog.put(alias);
    return alias;
  }

  @Test
  void anArnOfAnyKindStartsSomething() {
    StateMachine machine = machine("m", ONE, Map.of());
    StateMachineVersion version = version(machine, 1, TWO);
    StateMachineAlias alias = alias(machine, version.arn(), 100, version.arn());
    assertThat(catalog.target(machine.arn()).definition()).isEqualTo(MachineCatalog.hash(ONE));
    assertThat(catalog.target(machine.arn()).versionArn()).isNull();
    assertThat(catalog.target(version.arn()).definition()).isEqualTo(MachineCatalog.hash(TWO));
    assertThat(catalog.target(alias.arn()).versionArn()).isEqualTo(version.arn());
    assertThat(catalog.target(alias.arn()).aliasArn()).isEqualTo(alias.arn());
    catalog.removeVersion(version.arn());
    assertThatThrownBy(() -> catalog.target(alias.arn())).isInstanceOf(AwsFault.class);
    catalog.removeAlias(alias.arn());
    assertThatThrownBy(() -> catalog.target(alias.arn()))
        .isInstanceOfSatisfying(
            AwsFault.class, f -> assertThat(f.code()).isEqualTo("StateMachineDoesNotExist"));
    assertThatThrownBy(() -> catalog.target("m"))
        .isInstanceOfSatisfying(AwsFault.class, f -> assertThat(f.code()).isEqualTo("InvalidArn"));
  }

  @Test
  void anAliasSpreadsByWeight() {
    StateMachine machine = machine("m", ONE, Map.of());
    StateMachineVersion one = version(machine, 1, ONE);
    StateMachineVersion two = version(machine, 2, TWO);
    StateMachineAlias alias = alias(machine, one.arn(), 80, two.arn());
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 2_000; i++) {
      counts.merge(String.valueOf(catalog.target(alias.arn()).versionArn()), 1, Integer::sum);
    }
    assertThat(counts.get(one.arn())).isBetween(1_500, 1_700);
    assertThat(counts.get(two.arn())).isEqualTo(2_000 - counts.get(one.arn()));
    assertThat(alias.route(79).versionArn()).isEqualTo(one.arn());
    assertThat(alias.route(80).versionArn()).isEqualTo(two.arn());
    assertThat(alias.machineArn()).isEqualTo(machine.arn());
  }

  @Test
  void aTagSaysWhoseShareOfWorkItTakes() {
    assertThat(machine("m", ONE, Map.of()).owner()).isEqualTo("m");
    assertThat(machine("n", ONE, Map.of("tenant", "t")).owner()).isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-b_c.d", "Gr\u00fc\u00dfe", "x(1)'!=+"})
  void namesMayBe(String name) {
    assertThat(NamingRules.checked(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a<b",
        "a{b",
        "a[b",
        "a?b",
        "a*b",
        "a\"b",
        "a#b",
        "a%b",
        "a\\b",
        "a^b",
        "a|b",
        "a~b",
        "a`b",
        "a$b",
        "a&b",
        "a,b",
        "a;b",
        "a:b",
        "a/b",
        "a\u0000b"
      })
  void namesMayNotBe(String name) {
    assertThatThrownBy(() -> NamingRules.checked(name))
        .isInstanceOfSatisfying(AwsFault.class, f -> assertThat(f.code()).isEqualTo("InvalidName"));
  }

  @Test
  void namesHaveEightyCharacters() {
    assertThat(NamingRules.checked("x".repeat(80))).hasSize(80);
    assertThatThrownBy(() -> NamingRules.checked("x".repeat(81))).isInstanceOf(AwsFault.class);
  }

  @Test
  void namesMadeHereGrowWithTime() {
    assertThat(NamingRules.unique(1_000)).isLessThan(NamingRules.unique(2_000)).hasSize(36);
    assertThat(NamingRules.unique(1_000)).isNotEqualTo(NamingRules.unique(1_000));
    assertThat(NamingRules.unique(1_000).charAt(14)).isEqualTo('7');
  }
}
