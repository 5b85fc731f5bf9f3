package dev.emplace.packaging;

import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls in what Quarkus generates that have no effect but their result, so that their order is nothing to anybody. */
final class PureCalls {

    private static final Set<String> BY_NAME = Set.of(
            "java/lang/Thread.currentThread",
            "java/lang/Thread.getContextClassLoader",
            "java/lang/Class.forName",
            "io/quarkus/runtime/StartupContext.getValue");

    private static final Set<String> RECORDED = Set.of(
            "io/quarkus/arc/runtime/ArcRecorder.createFunction",
            "io/quarkus/arc/runtime/ArcRecorder.createSupplier",
            "io/quarkus/arc/runtime/ValueRegistryRecorder.runtimeInfo");

    private PureCalls() {}

    /** Also a constructor: of records and collections, which is what is recorded. */
    static boolean is(MethodInsnNode call) {
        return call.name.equals("<init>") || call.name.equals("valueOf") || BY_NAME.contains(name(call));
    }

    /** Also a recorder that makes a supplier of a bean. */
    static boolean isRecorded(MethodInsnNode call) {
        return is(call) || RECORDED.contains(name(call));
    }

    private static String name(MethodInsnNode call) {
        return call.owner + "." + call.name;
    }
}
