package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionParser;
import dev.heddle.localstack.aws.dynamodb.expression.Projection;
import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.Span;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query or a scan.
 *
 * @param whole whether the answer has attributes that the index lacks
 * @param limit how many items are read at most, before the filter; null for no limit but 1 MB
 */
record PageRequest(
    Table table,
    @Nullable Index index,
    Span span,
    Span.@Nullable Start start,
    ConditionParser.@Nullable Parsed filter,
    @Nullable Projection projection,
    boolean count,
    boolean whole,
    @Nullable Integer limit,
    boolean consistent) {}
