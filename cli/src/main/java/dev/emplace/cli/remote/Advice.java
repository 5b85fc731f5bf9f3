package dev.emplace.cli.remote;

import java.util.Map;

/** What to do about a refusal, in commands of this command line. Reasons without advice explain themselves. */
final class Advice {

    private static final String ADDRESSES = "pricing-service usually listens on 9101, classifier-service on 9102, "
            + "power-service on 9103; name the right one with --server";

    private static final Map<String, String> BY_REASON = Map.ofEntries(
            Map.entry("UNKNOWN_METHOD", "this is another service: " + ADDRESSES),
            Map.entry("NO_CREDENTIALS", "give --token-file, or --certificate-file and --key-file"),
            Map.entry("ROLE_MISSING", "ask whoever runs the service for the role"),
            Map.entry("UNKNOWN_SITE", "list those that there are with emplace sites"),
            Map.entry("UNKNOWN_RESERVATION", "list those that there are with emplace reservations SITE"),
            Map.entry("UNKNOWN_RACK_GROUP", "list those that there are with emplace sites SITE"),
            Map.entry("UNKNOWN_ACCELERATOR", "list what there is with emplace prices"),
            Map.entry("RESERVATION_RESOLVED", "make another with emplace reserve if it is still needed"),
            Map.entry("REQUEST_ID_REUSED", "leave --request-id out, or give a new one"),
            Map.entry("OUTCOME_UNKNOWN", "repeat the command with the same --request-id"),
            Map.entry("DEPENDENCY_UNAVAILABLE", "is the whole suite running? Start it with ./emplace up"),
            Map.entry("STARTING_UP", "wait a moment and repeat the command"),
            Map.entry("SHUTTING_DOWN", "start the suite with ./emplace up"));

    private Advice() {}

    static String on(RemoteFailure failure) {
        if (failure.unreachable()) {
            return failure.message().contains("speak gRPC")
                    ? ADDRESSES
                    : "is the suite running? Start it with ./emplace up, or name it with --server";
        }
        return failure.info().map(info -> BY_REASON.get(info.getReason())).orElse("");
    }
}
