package dev.emplace.cli.command;

import dev.emplace.api.workload.v1.ClassifyManifestRequest;
import dev.emplace.api.workload.v1.ClassifyManifestResponse;
import dev.emplace.cli.output.ClassificationView;
import dev.emplace.cli.output.Documents;
import dev.emplace.cli.output.OutputFormat;
import dev.emplace.cli.output.Table;
import dev.emplace.cli.remote.Connection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what manifests deploy. A file that cannot be read does not stop the others. */
@Command(
        name = "classify",
        description = "Say what manifests deploy: a class, how sure that is, and the evidence.",
        mixinStandardHelpOptions = true)
public final class ClassifyCommand implements Callable<Integer> {

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private FormatOption output = new FormatOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "manifests in YAML or JSON")
    private List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        Table table = ClassificationView.table(Terminal.width());
        int code;
        try (Connection connection = server.connect()) {
            code = EachFile.run(files, spec, file -> print(file, ask(connection, file), table), this::refused);
        }
        if (!table.isEmpty()) {
            out().print(table);
        }
        out().flush();
        return code;
    }

    private static ClassifyManifestResponse ask(Connection connection, Path file) {
        return connection
                .classifier()
                .classifyManifest(ClassifyManifestRequest.newBuilder()
                        .setManifest(ManifestFile.read(file))
                        .build());
    }

    private void print(Path file, ClassifyManifestResponse response, Table table) {
        switch (output.format()) {
            case TABLE -> ClassificationView.row(table, file.toString(), response);
            case JSON -> out().println(Documents.jsonLine(ClassificationView.fields(file.toString(), response)));
            case YAML -> out().print("---\n" + Documents.yaml(ClassificationView.fields(file.toString(), response)));
        }
    }

    /** Programs read one object a file, so a refusal is one too. */
    private void refused(Path file, String line) {
        if (output.format() == OutputFormat.JSON) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", file.toString());
            fields.put("error", line);
            out().println(Documents.jsonLine(fields));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
