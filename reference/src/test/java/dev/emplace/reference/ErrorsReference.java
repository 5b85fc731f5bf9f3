package dev.emplace.reference;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.emplace.api.errors.v1.Explanation;
import dev.emplace.api.errors.v1.ExplanationProto;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of reasons in docs/errors.md; what stands around them is written by hand. */
final class ErrorsReference {

    private static final String FILE = "docs/errors.md";

    private static final Pattern TABLE =
            Pattern.compile("(<!-- reasons of ([a-z0-9.]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private ErrorsReference() {}

    static Reference of(Contracts contracts) {
        String document = new Reference(FILE, "").written();
        String text = TABLE.matcher(document)
                .replaceAll(table ->
                        Matcher.quoteReplacement(table.group(1) + table(contracts, table.group(2)) + table.group(3)));
        return new Reference(FILE, text);
    }

    /** Every reason that is declared in a package. */
    static Stream<EnumValueDescriptor> reasons(List<FileDescriptor> files) {
        return files.stream()
                .flatMap(file -> file.getEnumTypes().stream())
                .filter(type -> type.getName().endsWith("Reason"))
                .flatMap(type -> type.getValues().stream())
                .filter(value -> value.getOptions().hasExtension(ExplanationProto.explanation));
    }

    /** As it stands in {@code ErrorInfo.reason}. */
    static String bare(EnumValueDescriptor reason) {
        return reason.getName().replaceFirst("^(COMMON|ERROR)_REASON_", "");
    }

    static Explanation explanation(EnumValueDescriptor reason) {
        return reason.getOptions().getExtension(ExplanationProto.explanation);
    }

    private static String table(Contracts contracts, String name) {
        List<List<String>> rows = reasons(contracts.packages().getOrDefault(name, List.of()))
                .map(reason -> row(reason, contracts.comment(reason)))
                .toList();
        return new Markdown()
                .table(List.of("code", "reason", "metadata", "what happened", "what to do", "again"), rows)
                .toString();
    }

    private static List<String> row(EnumValueDescriptor reason, String comment) {
        Explanation explanation = explanation(reason);
        String happened =
                comment.replaceFirst("^" + reason.getName() + ": ", "").replaceFirst("\\.$", "");
        return List.of(
                explanation.getCode().name(),
                bare(reason),
                explanation.getMetadataKeysList().stream().map(Markdown::code).collect(Collectors.joining(", ")),
                Markdown.escaped(happened),
                Markdown.escaped(explanation.getRemedy()),
                again(explanation));
    }

    private static String again(Explanation explanation) {
        return switch (explanation.getRepeat()) {
            case REPEAT_NEVER -> "no";
            case REPEAT_ALLOWED -> "yes";
            case REPEAT_AFTER_RETRY_INFO -> "after RetryInfo";
            case REPEAT_ONCE -> "once";
            case REPEAT_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalStateException("Not explained: " + explanation);
        };
    }
}
