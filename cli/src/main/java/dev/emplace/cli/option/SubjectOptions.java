package dev.emplace.cli.option;

import com.google.protobuf.ByteString;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.cli.seed.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The workloads that a command is asked about: manifests, examples, or facts alone. */
public final class SubjectOptions {

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "manifests in YAML or JSON; - reads one here")
    private List<Path> files = List.of();

    @Option(
            names = "--example",
            paramLabel = "NAME",
            completionCandidates = Example.Names.class,
            description = "an example that comes with Emplace: emplace examples lists them; repeat it")
    private List<String> examples = List.of();

    @Mixin
    private WorkloadOptions facts = new WorkloadOptions();

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli injects it before use
    private CommandSpec command;

    /** At least one. */
    public List<Subject> subjects() {
        Workload stated = facts.workload();
        List<Subject> subjects = Stream.concat(
                        files.stream()
                                .map(file -> Subject.manifest(file.toString(), () -> InputFile.bytes(file), stated)),
                        examples.stream().map(name -> subject(Example.named(name))))
                .toList();
        if (!subjects.isEmpty()) {
            return subjects;
        }
        if (stated.equals(Workload.getDefaultInstance())) {
            throw new ParameterException(
                    command.commandLine(),
                    "no workload is given; name a manifest, or state facts such as --activity serving --parameters 70");
        }
        return List.of(Subject.facts("facts", stated));
    }

    private Subject subject(Example example) {
        return example.facts()
                .map(known -> Subject.facts(example.name(), facts.workload(known)))
                .orElseGet(() -> Subject.manifest(
                        example.name(), () -> ByteString.copyFromUtf8(example.text()), facts.workload()));
    }
}
