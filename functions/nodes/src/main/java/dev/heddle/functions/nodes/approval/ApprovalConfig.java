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
            hint = "What people need to know to decide.",
            format = Shape.Format.MULTILINE,
            dynamic = true,
            fallback = "\"\"")
        String message,
    @FormField(title = "Details", hint = "Data to show with the question.", dynamic = true)
        @Nullable JsonNode details,
    @FormField(
            title = "Approvers",
            hint = "Email addresses of the people who may decide. Leave empty for all members.",
            format = Shape.Format.EMAIL,
            max = 50,
            fallback = "[]")
        List<String> approvers,
    @FormField(
            title = "Timeout (seconds)",
            hint =
                "Up to a year, which is the default. After this, the run continues at the port “timeout”.",
            min = 1,
            max = 31_536_000,
            dynamic = true)
        @Nullable Integer timeoutSeconds) {}
