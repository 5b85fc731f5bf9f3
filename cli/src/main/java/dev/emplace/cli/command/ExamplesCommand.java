package dev.emplace.cli.command;

import dev.emplace.cli.output.Column;
import dev.emplace.cli.output.Table;
import dev.emplace.cli.seed.Example;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the workloads that come with Emplace. */
@Command(
        name = "examples",
        description =
                "List the workloads that come with Emplace, or print one: emplace place --example NAME places it.",
        mixinStandardHelpOptions = true)
public final class ExamplesCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = Example.Names.class,
            description = "prints this one")
    private String name = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (name.isEmpty()) {
            Table table = new Table(Column.text("EXAMPLE"), Column.prose("WHAT IT IS", 20));
            Example.ALL.forEach(example -> table.row(example.name(), example.title()));
            Screen.sheet(spec).table(table);
        } else {
            spec.commandLine().getOut().print(Example.named(name).text());
        }
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }
}
