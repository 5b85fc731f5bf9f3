package dev.emplace.platform.auth;

import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.emplace.api.access.v1.Role;
import dev.emplace.api.access.v1.RoleProto;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import org.jspecify.annotations.Nullable;

/** The role that a method asks of its callers, as its contract declares it. */
public final class MethodRoles {

    private MethodRoles() {}

    /** ROLE_UNSPECIFIED, which nobody holds, where the contract declares none. */
    public static Role of(MethodDescriptor method) {
        return method.getOptions().getExtension(RoleProto.requiredRole);
    }

    /** The same for a method as gRPC knows it. */
    public static Role of(io.grpc.MethodDescriptor<?, ?> method) {
        @Nullable Object schema = method.getSchemaDescriptor();
        return schema instanceof ProtoMethodDescriptorSupplier contract
                ? of(contract.getMethodDescriptor())
                : Role.ROLE_UNSPECIFIED;
    }
}
