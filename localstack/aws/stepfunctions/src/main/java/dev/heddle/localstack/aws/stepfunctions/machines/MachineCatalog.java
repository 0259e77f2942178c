package dev.heddle.localstack.aws.stepfunctions.machines;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionParser;
import dev.heddle.localstack.aws.stepfunctions.definition.MachineDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.DocumentStore;
import dev.heddle.localstack.aws.stepfunctions.store.DocumentStore.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The state machines, versions and aliases, and their definitions by hash. */
public final class MachineCatalog {
  private static final String MACHINE = "machine";
  private static final String VERSION = "version";
  private static final String ALIAS = "alias";
  private static final String ACTIVITY = "activity";
  private static final String DEFINITION = "definition";
  private static final int PARSED = 500;
  private static final int KNOWN = 5_000;

  private final DocumentStore documents;
  private final RandomGenerator random;
  // Every start asks for its machine: read from SQLite each time it would cost more than the start.
  private final Map<String, StateMachine> machines = new ConcurrentHashMap<>();
  // Keyed by hash, so it can never be stale; bounded, because a parsed definition is large and
  // every saved draft is another.
  private final Map<String, MachineDefinition> parsed =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, MachineDefinition> eldest) {
              return size() > PARSED;
            }
          });

  /** A catalog over stored documents; {@code random} spreads executions over an alias's routes. */
  public MachineCatalog(DocumentStore documents, RandomGenerator random) {
    this.documents = documents;
    this.random = random;
  }

  /** The machine of an ARN. */
  public Optional<StateMachine> machine(String arn) {
    StateMachine known = machines.get(arn);
    return known == null ? readMachine(arn) : Optional.of(known);
  }

  /** One thread at a time reads or writes machines, so that no old one is remembered. */
  private synchronized Optional<StateMachine> readMachine(String arn) {
    Optional<StateMachine> read = read(MACHINE, arn, StateMachine.class);
    // Cleared as a whole: it is only a bound on memory, and no order of use need be kept for that.
    if (machines.size() >= KNOWN) {
      machines.clear();
    }
    read.ifPresent(machine -> machines.put(arn, machine));
    return read;
  }

  /** The version of an ARN. */
  public Optional<StateMachineVersion> version(String arn) {
    return read(VERSION, arn, StateMachineVersion.class);
  }

  /** The alias of an ARN. */
  public Optional<StateMachineAlias> alias(String arn) {
    return read(ALIAS, arn, StateMachineAlias.class);
  }

  /** The activity of an ARN. */
  public Optional<Activity> activity(String arn) {
    return read(ACTIVITY, arn, Activity.class);
  }

  /** All activities by ARN. */
  public List<Activity> activities() {
    return all(ACTIVITY, "", Activity.class);
  }

  /** Writes an activity. */
  public void put(Activity activity) {
    documents.write(List.of(new Change(ACTIVITY, activity.arn(), text(activity))));
  }

  /** Removes an activity; its tasks wait until their time is over. */
  public void removeActivity(String arn) {
    documents.write(List.of(new Change(ACTIVITY, arn, null)));
  }

  /** All machines by ARN. */
  public List<StateMachine> machines() {
    return all(MACHINE, "", StateMachine.class);
  }

  /** The versions of a machine. */
  public List<StateMachineVersion> versions(String machineArn) {
    return all(VERSION, machineArn + ":", StateMachineVersion.class);
  }

  /** The aliases of a machine. */
  public List<StateMachineAlias> aliases(String machineArn) {
    return all(ALIAS, machineArn + ":", StateMachineAlias.class);
  }

  /** Writes a machine with its definition, and a version of it if one is published. */
  // Written and forgotten under the lock that readMachine() holds: between the two a reader could
  // keep the machine of before, and every start would use the old definition until the next change.
  public synchronized void put(
      StateMachine machine, String definition, @Nullable StateMachineVersion version) {
    List<Change> changes = new java.util.ArrayList<>();
    changes.add(new Change(DEFINITION, machine.definition(), definition));
    changes.add(new Change(MACHINE, machine.arn(), text(machine)));
    if (version != null) {
      changes.add(new Change(VERSION, version.arn(), text(version)));
    }
    documents.write(changes);
    machines.remove(machine.arn());
  }

  /** Writes an alias. */
  public void put(StateMachineAlias alias) {
    documents.write(List.of(new Change(ALIAS, alias.arn(), text(alias))));
  }

  /** Removes an alias. */
  public void removeAlias(String arn) {
    documents.write(List.of(new Change(ALIAS, arn, null)));
  }

  /** Removes a version. */
  public void removeVersion(String arn) {
    documents.write(List.of(new Change(VERSION, arn, null)));
  }

  /** Removes a machine with its versions and aliases; its executions run on. */
  public synchronized void remove(StateMachine machine) {
    List<Change> changes = new java.util.ArrayList<>();
    changes.add(new Change(MACHINE, machine.arn(), null));
    versions(machine.arn()).forEach(v -> changes.add(new Change(VERSION, v.arn(), null)));
    aliases(machine.arn()).forEach(a -> changes.add(new Change(ALIAS, a.arn(), null)));
    documents.write(changes);
    machines.remove(machine.arn());
  }

  /** What an execution started by an ARN runs; throws when there is nothing there. */
  public ExecutionTarget target(String arn) {
    Optional<StateMachine> machine = machine(arn);
    if (machine.isPresent()) {
      return ExecutionTarget.latest(machine.get());
    }
    Optional<StateMachineAlias> alias = alias(arn);
    String versionArn = alias.map(a -> a.route(random.nextInt(100)).versionArn()).orElse(arn);
    StateMachineVersion version = version(versionArn).orElseThrow(() -> missing(arn));
    StateMachine m = machine(version.machineArn()).orElseThrow(() -> missing(arn));
    return new ExecutionTarget(
        m,
        version.definition(),
        version.roleArn(),
        version.arn(),
        alias.map(StateMachineAlias::arn).orElse(null));
  }

  /** The refusal when nothing has an ARN. */
  public static AwsFault missing(String arn) {
    if (!arn.startsWith("arn:")) {
      return new AwsFault("InvalidArn", "Invalid Arn: '" + arn + "'");
    }
    return new AwsFault("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
  }

  /** The text of a definition by its hash. */
  public String definition(String hash) {
    String text = documents.get(DEFINITION, hash);
    if (text == null) {
      throw new IllegalStateException("The definition " + hash + " is not in the store");
    }
    return text;
  }

  /** The machine of an accepted definition by its hash; parsed when it is first asked for. */
  public MachineDefinition parsed(String hash) {
    MachineDefinition known = parsed.get(hash);
    if (known == null) {
      // Outside a lock: two threads may parse the same text, which is cheaper than all waiting for
      // one.
      known = DefinitionParser.parse(definition(hash), false).accepted();
      parsed.put(hash, known);
    }
    return known;
  }

  /** The hash of a definition's text. */
  public static String hash(String definition) {
    try {
      byte[] text = definition.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK lacks SHA-256", e);
    }
  }

  private <T> Optional<T> read(String kind, String key, Class<T> type) {
    return Optional.ofNullable(documents.get(kind, key))
        .map(text -> Json.mapper().readValue(text, type));
  }

  private <T> List<T> all(String kind, String prefix, Class<T> type) {
    return documents.all(kind).entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(entry -> Json.mapper().readValue(entry.getValue(), type))
        .toList();
  }

  private static String text(Object document) {
    return Json.mapper().writeValueAsString(document);
  }
}
