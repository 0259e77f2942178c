package dev.heddle.localstack.aws.services.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3ServiceTest extends FilesFixture {

  @Test
  void createsListsAndDeletes() {
    s3.createBucket(b -> b.bucket("other-bucket"));
    s3.createBucket(b -> b.bucket("box"));
    assertThat(s3.listBuckets().buckets())
        .extracting(Bucket::name)
        .containsExactly("box", "other-bucket");
    put("a", "x");
    assertThatThrownBy(() -> s3.deleteBucket(b -> b.bucket("box")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(409));
    s3.deleteBucket(b -> b.bucket("other-bucket"));
    assertThatThrownBy(() -> s3.headBucket(b -> b.bucket("other-bucket")))
        .isInstanceOf(NoSuchBucketException.class);
  }

  @Test
  void listsPageByPageAndRollsUpPrefixes() {
    for (String key : List.of("a/1", "a/2", "a/b/3", "b", "c/4", "c/5", "ä")) {
      put(key, key);
    }
    assertThat(keys("", 2)).containsExactly("a/1", "a/2", "a/b/3", "b", "c/4", "c/5", "ä");
    var rolled = s3.listObjectsV2(l -> l.bucket("box").delimiter("/"));
    assertThat(rolled.commonPrefixes())
        .extracting(CommonPrefix::prefix)
        .containsExactly("a/", "c/");
    assertThat(rolled.contents()).extracting(S3Object::key).containsExactly("b", "ä");
    var first = s3.listObjectsV2(l -> l.bucket("box").delimiter("/").maxKeys(1));
    assertThat(first.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("a/");
    var second =
        s3.listObjectsV2(
            l ->
                l.bucket("box")
                    .delimiter("/")
                    .maxKeys(2)
                    .continuationToken(first.nextContinuationToken()));
    assertThat(second.contents()).extracting(S3Object::key).containsExactly("b");
    assertThat(second.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("c/");
    assertThat(second.isTruncated()).isTrue();
    var nested = s3.listObjectsV2(l -> l.bucket("box").prefix("a/").delimiter("/"));
    assertThat(nested.contents()).extracting(S3Object::key).containsExactly("a/1", "a/2");
    assertThat(nested.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("a/b/");
    assertThat(s3.listObjectsV2(l -> l.bucket("box").startAfter("c/4")).contents())
        .extracting(S3Object::key)
        .containsExactly("c/5", "ä");
    assertThat(s3.listObjects(l -> l.bucket("box").marker("c/4").maxKeys(1)).contents())
        .extracting(S3Object::key)
        .containsExactly("c/5");
    assertThat(s3.listObjectsV2(l -> l.bucket("box").maxKeys(0)).contents()).isEmpty();
  }

  @Test
  void deletesManyAtOnce() {
    put("a", "1");
    put("b&<", "2");
    var keys =
        List.of(
            ObjectIdentifier.builder().key("a").build(),
            ObjectIdentifier.builder().key("b&<").build(),
            ObjectIdentifier.builder().key("none").build());
    var deleted =
        s3.deleteObjects(d -> d.bucket("box").delete(Delete.builder().objects(keys).build()));
    assertThat(deleted.deleted()).hasSize(3);
    assertThat(keys("", 10)).isEmpty();
  }

  @Test
  void keepsVersionsIfTold() {
    version(BucketVersioningStatus.ENABLED);
    put("a", "one");
    put("a", "two");
    s3.deleteObject(d -> d.bucket("box").key("a"));
    assertThatThrownBy(() -> text("a")).isInstanceOf(S3Exception.class);
    assertThat(keys("", 10)).isEmpty();
    var all = s3.listObjectVersions(l -> l.bucket("box"));
    assertThat(all.deleteMarkers()).singleElement().matches(m -> m.isLatest());
    assertThat(all.versions()).extracting(ObjectVersion::isLatest).containsExactly(false, false);
    String oldest = all.versions().getLast().versionId();
    assertThat(s3.getObjectAsBytes(g -> g.bucket("box").key("a").versionId(oldest)).asUtf8String())
        .isEqualTo("one");
    s3.deleteObject(
        d -> d.bucket("box").key("a").versionId(all.deleteMarkers().getFirst().versionId()));
    assertThat(text("a")).isEqualTo("two");
    var paged = s3.listObjectVersions(l -> l.bucket("box").maxKeys(1));
    var next =
        s3.listObjectVersions(
            l ->
                l.bucket("box")
                    .keyMarker(paged.nextKeyMarker())
                    .versionIdMarker(paged.nextVersionIdMarker()));
    assertThat(next.versions()).extracting(ObjectVersion::versionId).containsExactly(oldest);
  }

  @Test
  void suspendedVersioningReplacesTheUnversionedObject() {
    put("a", "before");
    version(BucketVersioningStatus.ENABLED);
    put("a", "versioned");
    version(BucketVersioningStatus.SUSPENDED);
    put("a", "after");
    assertThat(text("a")).isEqualTo("after");
    assertThat(s3.listObjectVersions(l -> l.bucket("box")).versions()).hasSize(2);
    s3.deleteObject(d -> d.bucket("box").key("a"));
    assertThat(s3.listObjectVersions(l -> l.bucket("box")).versions()).hasSize(1);
    assertThat(s3.getBucketVersioning(b -> b.bucket("box")).status())
        .isEqualTo(BucketVersioningStatus.SUSPENDED);
  }

  @Test
  void removesTemporaryObjectsInTime() {
    LifecycleRule rule =
        LifecycleRule.builder()
            .id("temporary")
            .status(ExpirationStatus.ENABLED)
            .filter(f -> f.prefix("tmp/"))
            .expiration(e -> e.days(1))
            .abortIncompleteMultipartUpload(a -> a.daysAfterInitiation(1))
            .build();
    s3.putBucketLifecycleConfiguration(
        b -> b.bucket("box").lifecycleConfiguration(l -> l.rules(rule)));
    put("tmp/a", "x");
    put("kept", "x");
    s3.createMultipartUpload(u -> u.bucket("box").key("tmp/b"));
    clock.advance(Duration.ofHours(23));
    put("tmp/c", "x");
    buckets.sweep();
    assertThat(keys("", 10)).containsExactly("kept", "tmp/a", "tmp/c");
    clock.advance(Duration.ofHours(1));
    buckets.sweep();
    assertThat(keys("", 10)).containsExactly("kept", "tmp/c");
    assertThat(s3.listMultipartUploads(u -> u.bucket("box")).uploads()).isEmpty();
    assertThat(s3.getBucketLifecycleConfiguration(b -> b.bucket("box")).rules())
        .extracting(LifecycleRule::id)
        .containsExactly("temporary");
    s3.deleteBucketLifecycle(b -> b.bucket("box"));
    assertThatThrownBy(() -> s3.getBucketLifecycleConfiguration(b -> b.bucket("box")))
        .isInstanceOf(S3Exception.class);
  }

  private void version(BucketVersioningStatus status) {
    s3.putBucketVersioning(b -> b.bucket("box").versioningConfiguration(v -> v.status(status)));
  }

  private List<String> keys(String prefix, int page) {
    return s3
        .listObjectsV2Paginator(l -> l.bucket("box").prefix(prefix).maxKeys(page))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }
}
