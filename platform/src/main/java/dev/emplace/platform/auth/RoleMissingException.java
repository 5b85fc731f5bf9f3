package dev.emplace.platform.auth;

import dev.emplace.api.access.v1.Role;
import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.util.Map;
import java.util.stream.Collectors;

/** A known caller who does not hold the role that a method asks for. */
final class RoleMissingException extends Failure {

    RoleMissingException(Caller caller, Role required, String method) {
        super(
                CommonReason.ROLE_MISSING,
                required == Role.ROLE_UNSPECIFIED
                        ? method + " declares no role, and so admits nobody"
                        : method + " needs " + required + "; " + caller.name() + " holds " + held(caller)
                                + ". Whoever runs the service gives roles",
                Map.of("required_role", required.name(), "caller", caller.name()));
    }

    private static String held(Caller caller) {
        return caller.roles().isEmpty()
                ? "no role"
                : caller.roles().stream().map(Role::name).sorted().collect(Collectors.joining(", "));
    }
}
