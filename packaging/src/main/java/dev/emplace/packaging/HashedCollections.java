package dev.emplace.packaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What recorded steps of the start, and the container's, add to a {@code HashSet} or put into a {@code HashMap}, neither of
 * which keeps an order. Only there: people write code that minds when a constructor runs, the two generators do not.
 */
final class HashedCollections {

    private static final Set<String> TYPES = Set.of("java/util/HashSet", "java/util/HashMap");

    private static final List<String> GENERATED = List.of("io/quarkus/runner/recorded/", "io/quarkus/arc/setup/");

    private HashedCollections() {}

    static void sort(Collection<ClassNode> classes) {
        classes.stream()
                .filter(node -> GENERATED.stream().anyMatch(node.name::startsWith))
                .forEach(HashedCollections::sort);
    }

    private static void sort(ClassNode node) {
        node.methods.stream().filter(HashedCollections::makesOne).forEach(method -> sort(node, method));
    }

    private static boolean makesOne(MethodNode method) {
        return Instructions.of(method, TypeInsnNode.class).anyMatch(HashedCollections::makes);
    }

    private static boolean makes(TypeInsnNode instruction) {
        return instruction.getOpcode() == Opcodes.NEW && TYPES.contains(instruction.desc);
    }

    /** Later ones first: they are inside of what earlier ones hold. */
    private static void sort(ClassNode node, MethodNode method) {
        List<Statement> statements = Statement.of(node, method);
        List<Integer> locals = new ArrayList<>(statements.stream()
                .filter(HashedCollections::makes)
                .map(made -> ((VarInsnNode) made.last()).var)
                .filter(local -> statements.stream()
                                .flatMapToInt(Statement::stored)
                                .filter(stored -> stored == local)
                                .count()
                        == 1)
                .toList());
        Collections.reverse(locals);
        for (int local : locals) {
            new Commuting(
                            node,
                            method,
                            statement -> adds(statement, local),
                            statement -> !statement.uses(local),
                            PureCalls::is)
                    .sort();
        }
    }

    private static boolean makes(Statement statement) {
        return statement.first() instanceof TypeInsnNode made
                && makes(made)
                && statement.last().getOpcode() == Opcodes.ASTORE;
    }

    private static boolean adds(Statement statement, int local) {
        return statement.callsOn(local)
                && statement.last().getOpcode() == Opcodes.POP
                && statement.calls().map(call -> call.name).allMatch(Set.of("add", "put")::contains);
    }
}
