package dev.emplace.packaging;

import java.util.Arrays;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The instructions of a class, method by method. */
final class Instructions {

    private Instructions() {}

    static <T extends AbstractInsnNode> Stream<T> of(ClassNode node, Class<T> kind) {
        return node.methods.stream().flatMap(method -> of(method, kind));
    }

    static <T extends AbstractInsnNode> Stream<T> of(MethodNode method, Class<T> kind) {
        return Arrays.stream(method.instructions.toArray())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
