package dev.heddle.functions.nodes.approval;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The settings of an approval. */
public record ApprovalConfig(
    @FormField(
            title = "Title",
            hint = "The question in a few words.",
            min = 1,
            max = 500,
            dynamic = true)
        String title,
    @FormField(
            title = "Message",
            hint = "What one should know to decide.",
            format = Shape.Format.MULTILINE,
            dynamic = true,
            fallback = "\"\"")
        String message,
    @FormField(title = "Details", hint = "Data that is shown with the question.", dynamic = true)
        @Nullable JsonNode details,
    @FormField(
            title = "Who may decide",
            hint = "Their e-mail addresses; every member if there is none.",
            format = Shape.Format.EMAIL,
            max = 50,
            fallback = "[]")
        List<String> approvers,
    @FormField(
            title = "Waits at most",
            hint = "Seconds; up to a year if empty. Then the port “timeout” is taken.",
            min = 1,
            max = 31_536_000,
            dynamic = true)
        @Nullable Integer timeoutSeconds) {}
