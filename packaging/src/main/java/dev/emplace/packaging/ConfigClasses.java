package dev.emplace.packaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The groups of settings that {@code SharedConfig} describes at its start, each into a field with a number, in the order
 * of hashes. None needs another, so they can be sorted by class and prefix, and numbered in that order.
 */
final class ConfigClasses {

    private static final String OWNER = "io/quarkus/runtime/generated/SharedConfig";
    private static final String BUILDER = "io/quarkus/runtime/configuration/AbstractConfigBuilder";

    /** What describes one group: all of its instructions. */
    private record Group(String type, String prefix, FieldInsnNode field, List<AbstractInsnNode> instructions) {

        AbstractInsnNode after() {
            return instructions.get(instructions.size() - 1).getNext();
        }
    }

    private ConfigClasses() {}

    static void sort(Collection<ClassNode> classes) {
        classes.stream().filter(node -> node.name.equals(OWNER)).forEach(shared -> {
            Map<String, String> names = sort(shared);
            classes.forEach(node -> rename(node, names));
            classes.forEach(ConfigClasses::sortMappings);
        });
    }

    /** What is read as settings; each group of them stands for itself. */
    private static void sortMappings(ClassNode node) {
        node.methods.stream()
                .filter(method -> Instructions.of(method, MethodInsnNode.class).anyMatch(ConfigClasses::maps))
                .forEach(method -> new Commuting(
                                node,
                                method,
                                statement -> statement.calls().count() == 1
                                        && statement.calls().allMatch(ConfigClasses::maps),
                                statement -> statement.calls().findAny().isEmpty(),
                                call -> false)
                        .sort());
    }

    private static boolean maps(MethodInsnNode call) {
        return isCall(call, "withMapping");
    }

    /** The new name of each field by its old one. */
    private static Map<String, String> sort(ClassNode shared) {
        List<Group> groups = groups(shared);
        List<String> fields = groups.stream().map(group -> group.field().name).toList();
        List<Group> sorted = groups.stream()
                .sorted(Comparator.comparing(Group::type).thenComparing(Group::prefix))
                .toList();
        reorder(start(shared).instructions, groups, sorted);
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            names.put(sorted.get(i).field().name, fields.get(i));
        }
        return names;
    }

    private static List<Group> groups(ClassNode shared) {
        List<MethodInsnNode> calls = Instructions.of(shared, MethodInsnNode.class)
                .filter(call -> isCall(call, "configClass"))
                .toList();
        List<Group> groups = new ArrayList<>();
        for (Group group = group(first(start(shared), calls)); group != null; group = group(group.after())) {
            groups.add(group);
        }
        if (groups.size() != calls.size()) {
            throw new UnknownShapeException(
                    shared.name, "describes %d groups of settings, of which %d in a row", calls.size(), groups.size());
        }
        if (new HashSet<>(groups.stream().map(group -> group.field().name).toList()).size() != groups.size()) {
            throw new UnknownShapeException(shared.name, "puts two groups of settings into one field");
        }
        return groups;
    }

    private static @Nullable AbstractInsnNode first(MethodNode start, List<MethodInsnNode> calls) {
        return calls.isEmpty() || !start.instructions.contains(calls.get(0))
                ? null
                : calls.get(0).getPrevious().getPrevious();
    }

    /** {@code configClass$7 = configClass(type, prefix)}, and a call of {@code ensureLoaded} for each of its interfaces. */
    private static @Nullable Group group(@Nullable AbstractInsnNode at) {
        if (!(at instanceof LdcInsnNode type
                && type.getNext() instanceof LdcInsnNode prefix
                && isCall(prefix.getNext(), "configClass")
                && prefix.getNext().getNext() instanceof FieldInsnNode field
                && field.getOpcode() == Opcodes.PUTSTATIC)) {
            return null;
        }
        List<AbstractInsnNode> instructions = new ArrayList<>(List.of(type, prefix, prefix.getNext(), field));
        AbstractInsnNode next = field.getNext();
        while (next instanceof LdcInsnNode && isCall(next.getNext(), "ensureLoaded")) {
            instructions.add(next);
            instructions.add(next.getNext());
            next = next.getNext().getNext();
        }
        return new Group((String) type.cst, (String) prefix.cst, field, instructions);
    }

    private static void reorder(InsnList code, List<Group> groups, List<Group> sorted) {
        if (groups.isEmpty()) {
            return;
        }
        AbstractInsnNode after = groups.get(groups.size() - 1).after();
        for (Group group : sorted) {
            for (AbstractInsnNode instruction : group.instructions()) {
                code.remove(instruction);
                code.insertBefore(after, instruction);
            }
        }
    }

    private static void rename(ClassNode node, Map<String, String> names) {
        Instructions.of(node, FieldInsnNode.class)
                .filter(use -> use.owner.equals(OWNER))
                .forEach(use -> use.name = names.getOrDefault(use.name, use.name));
    }

    private static MethodNode start(ClassNode shared) {
        return shared.methods.stream()
                .filter(method -> method.name.equals("<clinit>"))
                .findFirst()
                .orElseThrow(() -> new UnknownShapeException(shared.name, "has no start"));
    }

    private static boolean isCall(@Nullable AbstractInsnNode instruction, String method) {
        return instruction instanceof MethodInsnNode call && call.owner.equals(BUILDER) && call.name.equals(method);
    }
}
