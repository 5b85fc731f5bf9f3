package dev.emplace.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class ConfigClassesTest {

    private static final String SHARED = "io/quarkus/runtime/generated/SharedConfig";
    private static final String BUILDER = "io/quarkus/runtime/configuration/AbstractConfigBuilder";
    private static final String GROUP = "Lio/smallrye/config/ConfigMappings$ConfigClass;";

    @Test
    void everyOrderOfGroupsGivesTheSameBytes() {
        Random random = new Random(25);
        List<String> groups = new ArrayList<>(List.of("Auth", "Calls", "Limits", "Retention", "Watch"));
        Map<String, List<Byte>> first = canonical(groups, false);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(groups, random);
            assertThat(canonical(groups, false)).isEqualTo(first);
        }
    }

    @Test
    void groupsThatAreNotInARowAreRefused() {
        assertThatThrownBy(() -> canonical(List.of("Auth", "Calls"), true))
                .isInstanceOf(UnknownShapeException.class)
                .hasMessageContaining("describes 2 groups of settings, of which 1 in a row");
    }

    private static Map<String, List<Byte>> canonical(List<String> groups, boolean interrupted) {
        return Written.canonical(shared(groups, interrupted), reads(groups));
    }

    private static Written shared(List<String> groups, boolean interrupted) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, SHARED, null, "java/lang/Object", null);
        MethodVisitor start = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        start.visitCode();
        for (int i = 0; i < groups.size(); i++) {
            writer.visitField(Opcodes.ACC_STATIC, "configClass$" + i, GROUP, null, null);
            describe(start, groups.get(i), i);
            if (interrupted) {
                start.visitInsn(Opcodes.ICONST_0);
                start.visitInsn(Opcodes.POP);
            }
        }
        start.visitInsn(Opcodes.RETURN);
        start.visitMaxs(0, 0);
        start.visitEnd();
        writer.visitEnd();
        return new Written(SHARED, writer.toByteArray());
    }

    /** A group of more interfaces the longer its name is. */
    private static void describe(MethodVisitor start, String group, int number) {
        start.visitLdcInsn(group);
        start.visitLdcInsn("emplace." + group);
        start.visitMethodInsn(
                Opcodes.INVOKESTATIC, BUILDER, "configClass", "(Ljava/lang/String;Ljava/lang/String;)" + GROUP, false);
        start.visitFieldInsn(Opcodes.PUTSTATIC, SHARED, "configClass$" + number, GROUP);
        for (int i = 4; i < group.length(); i++) {
            start.visitLdcInsn(group + i);
            start.visitMethodInsn(Opcodes.INVOKESTATIC, BUILDER, "ensureLoaded", "(Ljava/lang/String;)V", false);
        }
    }

    private static Written reads(List<String> groups) {
        return Written.of("io/quarkus/runtime/generated/RunTimeConfigCustomizer", "read", Type.VOID_TYPE, body -> {
            for (int i = 0; i < groups.size(); i++) {
                body.visitFieldInsn(Opcodes.GETSTATIC, SHARED, "configClass$" + i, GROUP);
                body.visitVarInsn(Opcodes.ASTORE, 4 + i);
                body.visitInsn(Opcodes.ACONST_NULL);
                body.visitVarInsn(Opcodes.ALOAD, 4 + i);
                body.visitMethodInsn(
                        Opcodes.INVOKESTATIC, BUILDER, "withMapping", "(Ljava/lang/Object;" + GROUP + ")V", false);
            }
            body.visitInsn(Opcodes.RETURN);
        });
    }
}
