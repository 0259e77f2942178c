package dev.heddle.statemachines.compiler.asl;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A machine as JSON, and the way back from its names to the drawing.
 *
 * @param nodes by state name: the node it was made for
 * @param running by state name: whether entering it means that the node runs
 * @param outputs by variable: the node whose output it is
 * @param ports by variable: the node that left by the port it names
 */
public record GeneratedMachine(
    ObjectNode definition,
    Map<String, String> nodes,
    Map<String, Boolean> running,
    Map<String, String> outputs,
    Map<String, String> ports) {}
