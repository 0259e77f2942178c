package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionParser;
import dev.heddle.localstack.aws.dynamodb.expression.ProjectionExpression;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.store.RowRange;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query or a scan.
 *
 * @param whole whether the answer has attributes that the index lacks
 * @param limit how many items are read at most, before the filter; null for no limit but 1 MB
 */
record PageRequest(
    DynamoDbTable table,
    @Nullable SecondaryIndex index,
    RowRange span,
    RowRange.@Nullable Start start,
    ConditionParser.@Nullable ParsedCondition filter,
    @Nullable ProjectionExpression projection,
    boolean count,
    boolean whole,
    @Nullable Integer limit,
    boolean consistent) {}
