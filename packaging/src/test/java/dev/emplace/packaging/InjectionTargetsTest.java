package dev.emplace.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class InjectionTargetsTest {

    private static final String TEXT = "java/lang/StringBuilder";

    @Test
    void targetsAreListedInOrder() throws ReflectiveOperationException {
        assertThat(message("This bean is injected into:", "\n\t- ", "Sites", "\n\t- ", "Books", "\nThe end")
                        .canonical()
                        .answer())
                .hasToString("This bean is injected into:\n\t- Books\n\t- Sites\nThe end");
    }

    @Test
    void titleWithoutAListIsRefused() {
        assertThatThrownBy(() -> message("This bean is injected into:", "Sites").canonical())
                .isInstanceOf(UnknownShapeException.class)
                .hasMessageContaining("has no list");
    }

    @Test
    void otherTextStaysInItsOrder() throws ReflectiveOperationException {
        assertThat(message("b", "a").canonical().answer()).hasToString("ba");
    }

    private static Written message(String... parts) {
        return Written.of("dev/emplace/Sites_Bean", "create", Type.getType(Object.class), body -> {
            body.visitTypeInsn(Opcodes.NEW, TEXT);
            body.visitInsn(Opcodes.DUP);
            body.visitMethodInsn(Opcodes.INVOKESPECIAL, TEXT, "<init>", "()V", false);
            body.visitVarInsn(Opcodes.ASTORE, 0);
            List.of(parts).forEach(part -> append(body, part));
            body.visitVarInsn(Opcodes.ALOAD, 0);
            body.visitInsn(Opcodes.ARETURN);
        });
    }

    private static void append(MethodVisitor body, String part) {
        body.visitVarInsn(Opcodes.ALOAD, 0);
        body.visitLdcInsn(part);
        body.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, TEXT, "append", "(Ljava/lang/Object;)Ljava/lang/StringBuilder;", false);
        body.visitInsn(Opcodes.POP);
    }
}
