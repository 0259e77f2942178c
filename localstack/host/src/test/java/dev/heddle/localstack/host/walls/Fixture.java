package dev.heddle.localstack.host.walls;

import java.util.List;

/** Two small rooms that break every rule, to show that each one is held. */
final class Fixture {
  static final Room LOWER = Room.of("localstack/host/walls/fixture/lower");
  static final Room UPPER = Room.of("localstack/host/walls/fixture/upper").uses(LOWER.folder());

  private Fixture() {}

  static RoomClasses classes() {
    return RoomClasses.ofPackages(List.of(LOWER, UPPER));
  }
}
