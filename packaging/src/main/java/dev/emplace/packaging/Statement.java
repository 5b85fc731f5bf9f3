package dev.emplace.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.Frame;

/** Instructions between which nothing is on the stack. */
record Statement(List<AbstractInsnNode> code) {

    static List<Statement> of(ClassNode owner, MethodNode method) {
        Frame<?>[] frames = frames(owner, method);
        AbstractInsnNode[] all = method.instructions.toArray();
        List<Statement> statements = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= all.length; end++) {
            if (end == all.length || frames[end] == null || frames[end].getStackSize() == 0) {
                statements.add(new Statement(List.of(all).subList(start, end)));
                start = end;
            }
        }
        return statements;
    }

    private static Frame<?>[] frames(ClassNode owner, MethodNode method) {
        try {
            return new Analyzer<>(new BasicInterpreter()).analyze(owner.name, method);
        } catch (AnalyzerException unsound) {
            throw new UnknownShapeException(owner.name, "%s cannot be followed: %s", method.name, unsound);
        }
    }

    AbstractInsnNode first() {
        return code.get(0);
    }

    AbstractInsnNode last() {
        return code.get(code.size() - 1);
    }

    Stream<MethodInsnNode> calls() {
        return code.stream().filter(MethodInsnNode.class::isInstance).map(MethodInsnNode.class::cast);
    }

    /** Whether it makes one call, on what the local holds. */
    boolean callsOn(int local) {
        return calls().count() == 1
                && first() instanceof VarInsnNode receiver
                && receiver.getOpcode() == Opcodes.ALOAD
                && receiver.var == local
                && calls().allMatch(call ->
                        call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE);
    }

    Stream<VarInsnNode> locals() {
        return code.stream().filter(VarInsnNode.class::isInstance).map(VarInsnNode.class::cast);
    }

    IntStream stored() {
        return locals().filter(local -> local.getOpcode() == Opcodes.ASTORE).mapToInt(local -> local.var);
    }

    boolean uses(int local) {
        return locals().anyMatch(use -> use.var == local);
    }

    /** Whether it goes straight on, and changes nothing but what it calls and its locals. */
    boolean isStraight() {
        return code.stream().allMatch(Statement::isStraight);
    }

    private static boolean isStraight(AbstractInsnNode instruction) {
        return switch (instruction.getType()) {
            case AbstractInsnNode.INSN ->
                instruction.getOpcode() <= Opcodes.DCONST_1
                        || instruction.getOpcode() == Opcodes.DUP
                        || instruction.getOpcode() == Opcodes.POP;
            case AbstractInsnNode.VAR_INSN ->
                instruction.getOpcode() == Opcodes.ALOAD || instruction.getOpcode() == Opcodes.ASTORE;
            case AbstractInsnNode.FIELD_INSN -> instruction.getOpcode() == Opcodes.GETSTATIC;
            case AbstractInsnNode.INT_INSN,
                    AbstractInsnNode.TYPE_INSN,
                    AbstractInsnNode.METHOD_INSN,
                    AbstractInsnNode.LDC_INSN -> true;
            default -> false;
        };
    }

    /** What it does, with locals as they are to be called. */
    String text(IntFunction<String> local) {
        return code.stream().map(instruction -> text(instruction, local)).collect(Collectors.joining("\n"));
    }

    private static String text(AbstractInsnNode instruction, IntFunction<String> local) {
        return instruction.getOpcode() + " " + operands(instruction, local);
    }

    private static String operands(AbstractInsnNode instruction, IntFunction<String> local) {
        if (instruction instanceof VarInsnNode use) {
            return local.apply(use.var);
        } else if (instruction instanceof LdcInsnNode constant) {
            return constant.cst.getClass().getSimpleName() + " " + constant.cst;
        } else if (instruction instanceof MethodInsnNode call) {
            return call.owner + "." + call.name + call.desc;
        } else if (instruction instanceof FieldInsnNode field) {
            return field.owner + "." + field.name;
        } else if (instruction instanceof TypeInsnNode type) {
            return type.desc;
        } else if (instruction instanceof IntInsnNode number) {
            return String.valueOf(number.operand);
        } else if (instruction instanceof InsnNode) {
            return "";
        }
        throw new IllegalArgumentException("Not straight: " + instruction);
    }
}
