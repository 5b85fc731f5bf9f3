package dev.emplace.platform.auth;

import dev.emplace.api.access.v1.Role;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.util.Optional;

/** What a method asks of its callers. What nobody thought of admits nobody. */
final class AccessPolicy {

    private static final String HEALTH = "grpc.health.v1.Health";
    private static final String REFLECTION = "grpc.reflection.";

    private final boolean openHealth;

    AccessPolicy(boolean openHealth) {
        this.openHealth = openHealth;
    }

    /** Whether a caller needs no credentials at all. */
    boolean isOpen(MethodDescriptor<?, ?> method) {
        return openHealth && isHealth(method);
    }

    /** The role that a caller must hold; empty where it is enough to be somebody. */
    Optional<Role> roleFor(MethodDescriptor<?, ?> method) {
        if (isHealth(method) || isUnknown(method)) {
            return Optional.empty();
        }
        return Optional.of(isReflection(method) ? Role.ROLE_VIEWER : MethodRoles.of(method));
    }

    private static boolean isHealth(MethodDescriptor<?, ?> method) {
        return HEALTH.equals(method.getServiceName());
    }

    private static boolean isReflection(MethodDescriptor<?, ?> method) {
        return String.valueOf(method.getServiceName()).startsWith(REFLECTION);
    }

    /** Answered as unknown, to callers who are known: others learn nothing of what there is. */
    private static boolean isUnknown(MethodDescriptor<?, ?> method) {
        return method.getType() == MethodType.UNKNOWN;
    }
}
