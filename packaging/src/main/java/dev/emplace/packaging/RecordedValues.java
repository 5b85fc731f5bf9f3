package dev.emplace.packaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Values that one recorded step of the start leaves for others, under a key ({@code StartupContext.putValue} and
 * {@code getValue}). Quarkus numbers the keys over all steps, in the order in which threads record them; here a key is
 * the name of the one class that puts it, and a number within that class.
 */
final class RecordedValues {

    static final Pattern KEY = Pattern.compile("proxykey\\d+");

    private static final String CONTEXT = "io/quarkus/runtime/StartupContext";

    private final Map<String, String> putBy = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private RecordedValues() {}

    static void rename(Collection<ClassNode> classes) {
        List<ClassNode> steps = new ArrayList<>(classes.stream()
                .filter(node -> keys(node).findAny().isPresent())
                .toList());
        RecordedValues values = new RecordedValues();
        steps.forEach(values::check);
        while (!steps.isEmpty()) {
            List<ClassNode> ready =
                    steps.stream().filter(values::knowsWhatItGets).toList();
            if (ready.isEmpty()) {
                throw new UnknownShapeException(steps.get(0).name, "gets a value that nothing puts before it");
            }
            ready.forEach(values::rename);
            steps.removeAll(ready);
        }
    }

    private void check(ClassNode step) {
        keys(step).forEach(key -> {
            if (isPut(key)) {
                if (putBy.put((String) key.cst, step.name) != null) {
                    throw new UnknownShapeException(step.name, "puts %s, which is put before", key.cst);
                }
            } else if (!isGet(key)) {
                throw new UnknownShapeException(step.name, "neither puts nor gets %s", key.cst);
            }
        });
    }

    private boolean knowsWhatItGets(ClassNode step) {
        return keys(step).allMatch(key -> names.containsKey(key.cst) || step.name.equals(putBy.get(key.cst)));
    }

    /** First what it gets, since its own values are sorted by what they are made of. */
    private void rename(ClassNode step) {
        renameKnown(step);
        for (MethodNode method : step.methods) {
            new Commuting(
                            step,
                            method,
                            RecordedValues::puts,
                            statement -> statement.code().stream().noneMatch(RecordedValues::isKey),
                            PureCalls::isRecorded)
                    .sort();
        }
        List<LdcInsnNode> puts = keys(step).filter(RecordedValues::isPut).toList();
        for (int i = 0; i < puts.size(); i++) {
            names.put((String) puts.get(i).cst, step.name.substring(step.name.lastIndexOf('/') + 1) + "." + (i + 1));
        }
        renameKnown(step);
    }

    private void renameKnown(ClassNode step) {
        keys(step).forEach(key -> key.cst = names.getOrDefault((String) key.cst, (String) key.cst));
    }

    private static Stream<LdcInsnNode> keys(ClassNode step) {
        return Instructions.of(step, LdcInsnNode.class).filter(RecordedValues::isKey);
    }

    /** Whether it is a key that has no name yet. */
    private static boolean isKey(AbstractInsnNode instruction) {
        return instruction instanceof LdcInsnNode constant
                && constant.cst instanceof String text
                && KEY.matcher(text).matches();
    }

    private static boolean puts(Statement statement) {
        return statement.code().size() == 4
                && statement.code().get(1) instanceof LdcInsnNode key
                && isKey(key)
                && isPut(key);
    }

    private static boolean isPut(LdcInsnNode key) {
        AbstractInsnNode value = key.getNext();
        return value.getOpcode() == Opcodes.ALOAD && isCall(value.getNext(), "putValue");
    }

    private static boolean isGet(LdcInsnNode key) {
        return isCall(key.getNext(), "getValue");
    }

    private static boolean isCall(AbstractInsnNode instruction, String method) {
        return instruction instanceof MethodInsnNode call && call.owner.equals(CONTEXT) && call.name.equals(method);
    }
}
