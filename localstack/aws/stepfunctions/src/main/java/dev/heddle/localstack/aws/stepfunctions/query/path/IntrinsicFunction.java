package dev.heddle.localstack.aws.stepfunctions.query.path;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** An intrinsic function of the language. */
@FunctionalInterface
interface IntrinsicFunction {

  /** Its value; throws {@code IllegalArgumentException} when it cannot take the arguments. */
  JsonNode apply(List<JsonNode> arguments);

  /** The function of a name; throws {@code IllegalArgumentException} when there is none. */
  static IntrinsicFunction named(String name) {
    return switch (name) {
      case "States.Array" -> ArrayFunctions::of;
      case "States.ArrayPartition" -> ArrayFunctions::partition;
      case "States.ArrayContains" -> ArrayFunctions::contains;
      case "States.ArrayRange" -> ArrayFunctions::range;
      case "States.ArrayGetItem" -> ArrayFunctions::item;
      case "States.ArrayLength" -> ArrayFunctions::length;
      case "States.ArrayUnique" -> ArrayFunctions::unique;
      case "States.Base64Encode" -> TextFunctions::encode;
      case "States.Base64Decode" -> TextFunctions::decode;
      case "States.Hash" -> TextFunctions::hash;
      case "States.StringSplit" -> TextFunctions::split;
      case "States.UUID" -> TextFunctions::uuid;
      case "States.Format" -> FormatFunction::format;
      case "States.StringToJson" -> TextFunctions::parse;
      case "States.JsonToString" -> TextFunctions::write;
      case "States.JsonMerge" -> TextFunctions::merge;
      case "States.MathRandom" -> NumberFunctions::random;
      case "States.MathAdd" -> NumberFunctions::add;
      default -> throw new IllegalArgumentException("Unknown intrinsic function " + name);
    };
  }
}
