package dev.heddle.functions.aws.entity.idempotency;

import dev.heddle.functions.aws.table.DocumentAttributes;
import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.Sha256Hex;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.IdGenerator;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.shape.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers in DynamoDB under their Idempotency-Key. */
public final class DynamoIdempotency implements Idempotency {
  /** After this a first call that never answered is taken for dead; no function runs as long. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(60);

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final String FIELD = "Idempotency-Key";

  private final DocumentTable table;
  private final Tenant tenant;
  private final IdGenerator ids;

  /** The answers to a tenant's calls. */
  public DynamoIdempotency(DocumentTable table, Tenant tenant, IdGenerator ids) {
    this.table = table;
    this.tenant = tenant;
    this.ids = ids;
  }

  @Override
  public <O extends Record> O once(
      String route, @Nullable String key, Object request, Class<O> answer, Supplier<O> work) {
    if (key == null) {
      return work.get();
    }
    if (!KEY.matcher(key).matches()) {
      throw Fault.invalid(FIELD, "Use 1 to 200 visible ASCII characters");
    }
    Call call =
        new Call(place(route, key), Sha256Hex.of(WireJson.MAPPER.writeValueAsString(request)));
    if (call.begins()) {
      return call.done(work);
    }
    return WireJson.MAPPER.treeToValue(call.earlier(), answer);
  }

  private TableKey place(String route, String key) {
    String partition = TableKey.partition(tenant, "IDEMPOTENCY", Sha256Hex.of(route + "\n" + key));
    return new TableKey(partition, "IDEMPOTENCY");
  }

  /** One call; {@code mine} tells it from another that took over after it was taken for dead. */
  private final class Call {
    private final TableKey place;
    private final String request;
    private final String mine = ids.next("call");

    Call(TableKey place, String request) {
      this.place = place;
      this.request = request;
    }

    boolean begins() {
      Instant now = table.now();
      ItemCondition free =
          ItemCondition.of("attribute_not_exists(#pk) OR #ttl <= :now")
              .with("now", now.getEpochSecond());
      // One conditional write decides who does the work: looking first would let two calls both
      // find nothing, and do it twice.
      return table.put(item(now.plus(UNDER_WAY)), free) || isMine();
    }

    /** The SDK repeats a request whose answer was lost, and then finds what it wrote itself. */
    private boolean isMine() {
      return table.get(place).filter(item -> item.text("call").equals(mine)).isPresent();
    }

    private TableItem item(Instant until) {
      return TableItem.at(place).set("request", request).set("call", mine).expiresAt(until);
    }

    <O extends Record> O done(Supplier<O> work) {
      O answer = worked(work);
      keep(WireJson.MAPPER.valueToTree(answer));
      return answer;
    }

    private <O> O worked(Supplier<O> work) {
      boolean done = false;
      try {
        O answer = work.get();
        done = true;
        return answer;
      } finally {
        // A call that failed may be repeated at once instead of after a minute.
        if (!done) {
          // Only while it is ours: after a minute another call may have taken over, whose mark must
          // stay.
          table.delete(place, stillMine());
        }
      }
    }

    private void keep(JsonNode answer) {
      TableItem item = item(table.now().plus(KEPT)).set("done", true);
      // An item holds 400 KB; that the call was made is kept even if its answer can't be.
      if (DocumentAttributes.fits(answer)) {
        item.set("answer", answer);
      }
      // The same: the answer of a call taken for dead must not replace that of the one that took
      // over.
      table.put(item, stillMine());
    }

    private ItemCondition stillMine() {
      return ItemCondition.of("#call = :mine").with("mine", mine);
    }

    JsonNode earlier() {
      Optional<TableItem> found = table.get(place);
      if (found.isPresent() && !found.get().text("request").equals(request)) {
        throw Fault.invalid(FIELD, "Already used for another request. Use a new key");
      }
      return found
          .flatMap(item -> item.findJson("answer"))
          .orElseThrow(() -> new Fault(new Problem.Conflict(unanswered(found))));
    }

    private String unanswered(Optional<TableItem> found) {
      return found.isPresent() && found.get().has("done")
          ? "This request already succeeded. Its response was too large to be stored."
          : "The same request is still in progress. Try again in a moment.";
    }
  }
}
