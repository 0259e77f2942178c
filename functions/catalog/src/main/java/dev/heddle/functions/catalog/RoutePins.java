package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each route promised to clients that are written already, by verb and path. A promise only
 * grows: what clients need not know of is added to it, what would break them is refused.
 */
final class RoutePins {
  private static final String REMEDY =
      ": clients that are written already would break. Keep what was promised and add the new"
          + " beside it, or give the changed route a new path";

  private final ObjectNode pinned;
  private final Map<String, RouteContract> contracts = new LinkedHashMap<>();

  /**
   * The pins of these routes.
   *
   * @param pinned what the file of pins holds
   */
  RoutePins(List<Route<?, ?>> routes, ObjectNode pinned) {
    this.pinned = pinned;
    routes.forEach(route -> contracts.put(address(route.spec()), RouteContract.of(route.spec())));
  }

  private static String address(RouteSpec<?, ?> spec) {
    return spec.verb() + " " + spec.path();
  }

  /** The promises that are no longer kept, one sentence each. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    pinned
        .propertyNames()
        .forEach(
            address -> {
              if (!contracts.containsKey(address)) {
                broken.add(address + " is gone" + REMEDY);
              }
            });
    changes()
        .forEach(
            (address, changes) ->
                changes.breaking().forEach(phrase -> broken.add(address + " " + phrase + REMEDY)));
    return broken;
  }

  /** What came to promises, one sentence each. */
  List<String> grown() {
    List<String> grown = new ArrayList<>();
    changes()
        .forEach(
            (address, changes) ->
                changes.additions().forEach(phrase -> grown.add(address + " " + phrase)));
    return grown;
  }

  private Map<String, ContractChanges> changes() {
    Map<String, ContractChanges> changes = new LinkedHashMap<>();
    contracts.forEach(
        (address, contract) -> {
          if (pinned.has(address)) {
            RouteContract before = RouteContract.of(pinned.get(address));
            changes.put(address, new ContractChanges(before, contract));
          }
        });
    return changes;
  }

  /** The file of pins as it should be. */
  ObjectNode document() {
    ObjectNode document = WireJson.MAPPER.createObjectNode();
    contracts.forEach((address, contract) -> document.set(address, contract.json()));
    return document;
  }
}
