package dev.emplace.cli.command;

import dev.emplace.api.workload.v1.Classification;
import dev.emplace.api.workload.v1.ClassifyManifestRequest;
import dev.emplace.api.workload.v1.ClassifyManifestResponse;
import dev.emplace.api.workload.v1.ClassifyRequest;
import dev.emplace.api.workload.v1.ClassifyResponse;
import dev.emplace.cli.option.ClassifierOption;
import dev.emplace.cli.option.Subject;
import dev.emplace.cli.option.SubjectOptions;
import dev.emplace.cli.output.ClassificationExplanation;
import dev.emplace.cli.output.ClassificationView;
import dev.emplace.cli.output.Documents;
import dev.emplace.cli.output.OutputFormat;
import dev.emplace.cli.output.Table;
import dev.emplace.cli.remote.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what workloads are. One that cannot be read does not stop the others. */
@Command(
        name = "classify",
        description = "Say what manifests deploy, or facts describe: a class, how sure that is, and the evidence.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ClassifyCommand implements Callable<Integer> {

    @Option(names = "--explain", description = "say everything: all evidence, the facts, the rules about the edge")
    private boolean explain;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private ClassifierOption server = new ClassifierOption();

    @Mixin
    private SubjectOptions workloads = new SubjectOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    /** What both ways of asking answer. */
    private record Answer(Classification classification, String policyVersion) {}

    @Override
    public Integer call() {
        List<Subject> subjects = workloads.subjects();
        Table table = ClassificationView.table();
        ExitCode code;
        try (Connection connection = server.connect()) {
            code = EachSubject.run(
                    subjects,
                    spec,
                    subject -> {
                        print(subject.name(), ask(connection, subject), table);
                        return ExitCode.DONE;
                    },
                    this::refused);
        }
        screen.sheet().table(table);
        screen.out().flush();
        return code.number();
    }

    private static Answer ask(Connection connection, Subject subject) {
        return subject.manifest()
                .map(manifest -> {
                    ClassifyManifestResponse response = connection
                            .classifier()
                            .classifyManifest(ClassifyManifestRequest.newBuilder()
                                    .setManifest(manifest)
                                    .setOverrides(subject.facts())
                                    .build());
                    return new Answer(response.getClassification(), response.getPolicyVersion());
                })
                .orElseGet(() -> {
                    ClassifyResponse response = connection
                            .classifier()
                            .classify(ClassifyRequest.newBuilder()
                                    .setWorkload(subject.facts())
                                    .build());
                    return new Answer(response.getClassification(), response.getPolicyVersion());
                });
    }

    private void print(String name, Answer answer, Table table) {
        switch (screen.format()) {
            case TABLE -> {
                if (explain) {
                    screen.sheet().heading(name).blank();
                    ClassificationExplanation.show(answer.classification(), screen.sheet());
                    screen.sheet().blank();
                } else {
                    ClassificationView.row(table, name, answer.classification());
                }
            }
            case JSON -> screen.out().println(Documents.jsonLine(fields(name, answer)));
            case YAML -> screen.out().print("---\n" + Documents.yaml(fields(name, answer)));
        }
    }

    private static Map<String, Object> fields(String name, Answer answer) {
        return ClassificationView.fields(name, answer.classification(), answer.policyVersion());
    }

    /** Programs read one object a workload, so a refusal is one too. */
    private void refused(Subject subject, String line) {
        if (screen.format() == OutputFormat.JSON) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", subject.name());
            fields.put("error", line);
            screen.out().println(Documents.jsonLine(fields));
        }
    }
}
