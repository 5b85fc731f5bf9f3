package dev.emplace.cli.command;

import picocli.CommandLine.Command;

/** The rules that workloads are judged by. */
@Command(
        name = "policy",
        description = "Show the policy that judges workloads, or try another one: emplace policy check FILE *.yaml",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PolicyShowCommand.class, PolicyCheckCommand.class},
        mixinStandardHelpOptions = true)
public final class PolicyCommand {}
