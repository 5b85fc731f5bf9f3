package dev.emplace.platform.echo;

import dev.emplace.platform.errors.Kind;
import dev.emplace.platform.errors.Reason;

enum EchoReason implements Reason {
    ECHO_REFUSED;

    @Override
    public Kind kind() {
        return Kind.FAILED_PRECONDITION;
    }
}
