package dev.heddle.functions.spec.workflow;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.ListingKind;
import dev.heddle.functions.spec.entity.TenantEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workflows of one tenant. */
public interface Workflows {
  /** How many names a workflow may claim: twice as many and the pointer fit one transaction. */
  int MOST_CLAIMS = 40;

  /** Workflows, with their drafts, builds and versions. */
  TenantEntity<Workflows> ENTITY =
      Entity.ofTenant("workflow", Workflows.class)
          .keys("TENANT#*#WORKFLOW", "TENANT#*#WORKFLOW#*")
          .listed(
              List.of(ListingKind.NEWEST),
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
          .kept(EntityRetention.UNTIL_DELETED);

  /**
   * Stores a new one; its id must be free.
   *
   * @param claims the names its draft is to be tried by, at most {@link #MOST_CLAIMS}
   */
  void create(Workflow workflow, List<AddressClaim> claims);

  /** The workflow, draft included. */
  Optional<Workflow> find(String id);

  /** Newest change first, without graphs ({@code graph} is JSON null). */
  Page<Workflow> list(int limit, @Nullable String cursor);

  /**
   * Replaces the draft and its test claims; of several drafts the one that claimed a name last has
   * it.
   *
   * @param claims all that the draft wants, at most {@link #MOST_CLAIMS}
   * @throws dev.heddle.functions.spec.fault.Fault precondition-failed when the stored revision is
   *     not {@code expectedRevision}
   */
  void save(Workflow workflow, long expectedRevision, List<AddressClaim> claims);

  /** Removes it with its builds, versions and claims. */
  void delete(String id);

  /** Keeps a draft's build; repeatable. */
  void keep(WorkflowBuild build);

  /** Adds its run map to a build that was stored without one; repeatable. */
  void keepRunMap(WorkflowBuild build);

  /** A build. */
  Optional<WorkflowBuild> build(String workflow, String id);

  /** The build that callers get now. */
  Optional<WorkflowBuild> published(String workflow);

  /** The next free version number. */
  long nextVersion(String workflow);

  /** Keeps a version's build and lists it, at once; a conflict if the number is taken. */
  void add(WorkflowVersion version, WorkflowBuild build);

  /** The id of the workflow whose published version holds a claim. */
  Optional<String> holder(AddressClaim claim);

  /** A version. */
  Optional<WorkflowVersion> version(String workflow, long version);

  /** Newest first. */
  Page<WorkflowVersion> versions(String workflow, int limit, @Nullable String cursor);

  /**
   * Makes a version the published one: the workflow's pointer and its live claims change together.
   *
   * @param revision the draft revision it was made from
   * @param claims all that the version wants, at most {@link #MOST_CLAIMS}
   * @throws dev.heddle.functions.spec.fault.Fault conflict when another published workflow holds
   *     one of them, or this one was changed meanwhile
   */
  void point(WorkflowBuild build, long revision, Instant at, List<AddressClaim> claims);
}
