package dev.heddle.functions.spec.workflow;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.Listing;
import dev.heddle.functions.spec.entity.Retention;
import dev.heddle.functions.spec.entity.TenantEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workflows of one tenant. */
public interface Workflows {

  /** Workflows, with their drafts, builds and versions. */
  TenantEntity<Workflows> ENTITY =
      Entity.ofTenant("workflow", Workflows.class)
          .keys("TENANT#*#WORKFLOW", "TENANT#*#WORKFLOW#*")
          .listed(
              List.of(Listing.NEWEST),
              "id",
              "name",
              "description",
              "revision",
              "triggers",
              "publishedVersion",
              "publishedRevision",
              "publishedAt",
              "createdAt",
              "updatedAt")
          .kept(Retention.UNTIL_DELETED);

  /** Stores a new one; its id must be free. */
  void create(Workflow workflow);

  /** The workflow, draft included. */
  Optional<Workflow> find(String id);

  /** Newest change first, without graphs ({@code graph} is JSON null). */
  Page<Workflow> list(int limit, @Nullable String cursor);

  /**
   * Replaces the draft, and keeps its test hooks in step.
   *
   * @throws dev.heddle.functions.spec.fault.Fault precondition-failed when the stored revision is
   *     not {@code expectedRevision}
   */
  void save(Workflow workflow, long expectedRevision);

  /** Removes it with its builds, versions and hooks. */
  void delete(String id);

  /** Keeps a draft's build; repeatable. */
  void keep(Build build);

  /** Adds its run map to a build that was stored without one; repeatable. */
  void keepRunMap(Build build);

  /** A build. */
  Optional<Build> build(String workflow, String id);

  /** The build that callers get now. */
  Optional<Build> published(String workflow);

  /** The next free version number. */
  long nextVersion(String workflow);

  /** Keeps a version's build and lists it, at once; a conflict if the number is taken. */
  void add(Version version, Build build);

  /** The workflow whose published version answers at a webhook path. */
  Optional<String> answering(String path);

  /** A version. */
  Optional<Version> version(String workflow, long version);

  /** Newest first. */
  Page<Version> versions(String workflow, int limit, @Nullable String cursor);

  /**
   * Makes a version the published one: the workflow's pointer and its hooks change together.
   *
   * @param revision the draft revision it was made from
   */
  void point(Build build, long revision, Instant at);
}
