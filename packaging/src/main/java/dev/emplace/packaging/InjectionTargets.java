package dev.emplace.packaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The message of a bean that is not active lists where it is injected, line by line, in the order of hashes. */
final class InjectionTargets {

    private static final String TITLE = "This bean is injected into:";
    private static final String BULLET = "\n\t- ";

    private InjectionTargets() {}

    static void sort(Collection<ClassNode> classes) {
        classes.forEach(InjectionTargets::sort);
    }

    private static void sort(ClassNode bean) {
        Instructions.of(bean, LdcInsnNode.class)
                .filter(constant -> constant.cst instanceof String text && text.contains(TITLE))
                .forEach(title -> sort(bean, title));
    }

    private static void sort(ClassNode bean, LdcInsnNode title) {
        List<LdcInsnNode> targets = new ArrayList<>();
        LdcInsnNode line = appendedAfter(title);
        while (line != null && line.cst.equals(BULLET)) {
            LdcInsnNode target = appendedAfter(line);
            if (target == null || !(target.cst instanceof String)) {
                throw new UnknownShapeException(bean.name, "has a line without text after '%s'", TITLE);
            }
            targets.add(target);
            line = appendedAfter(target);
        }
        if (targets.isEmpty()) {
            throw new UnknownShapeException(bean.name, "has no list after '%s'", TITLE);
        }
        List<Object> sorted =
                targets.stream().map(target -> target.cst).sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            targets.get(i).cst = sorted.get(i);
        }
    }

    /** The constant that is appended next after this one, and by the same instructions. */
    private static @Nullable LdcInsnNode appendedAfter(LdcInsnNode constant) {
        AbstractInsnNode pop = appended(constant);
        if (pop == null || pop.getNext().getOpcode() != Opcodes.ALOAD) {
            return null;
        }
        return pop.getNext().getNext() instanceof LdcInsnNode next && appended(next) != null ? next : null;
    }

    /** The end of what appends a constant. */
    private static @Nullable AbstractInsnNode appended(LdcInsnNode constant) {
        return constant.getNext() instanceof MethodInsnNode call
                        && call.owner.equals("java/lang/StringBuilder")
                        && call.name.equals("append")
                        && call.getNext().getOpcode() == Opcodes.POP
                ? call.getNext()
                : null;
    }
}
