package dev.emplace.cli.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands, options and their words. */
@Command(
        name = "completion",
        description = {
            "Print the completion of a shell.",
            "bash: source <(emplace completion bash)",
            "zsh: autoload -U +X bashcompinit && bashcompinit && source <(emplace completion zsh)"
        },
        mixinStandardHelpOptions = true)
public final class CompletionCommand implements Callable<Integer> {

    /** The shells that are known; zsh reads bash's completion. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(arity = "1", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    @SuppressWarnings("UnusedVariable") // both read the same script: the word is there to say for what
    private Shell shell = Shell.bash;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("emplace", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }
}
