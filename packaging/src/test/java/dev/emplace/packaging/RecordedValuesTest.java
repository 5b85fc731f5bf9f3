package dev.emplace.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class RecordedValuesTest {

    private static final String CONTEXT = "io/quarkus/runtime/StartupContext";

    @Test
    void keyFollowsFromWhoPutsItWhateverItsNumber() {
        assertThat(Written.canonical(
                        Written.step("Pool", puts("proxykey7")),
                        Written.step("Server", gets("proxykey7").andThen(puts("proxykey31")))))
                .isEqualTo(Written.canonical(
                        Written.step("Pool", puts("proxykey12")),
                        Written.step("Server", gets("proxykey12").andThen(puts("proxykey2")))));
    }

    @Test
    void valuesThatAreNotTheSameStayApart() {
        assertThat(Written.canonical(
                        Written.step("Pool", puts("proxykey1").andThen(puts("proxykey2"))),
                        Written.step("Server", gets("proxykey1"))))
                .isNotEqualTo(Written.canonical(
                        Written.step("Pool", puts("proxykey1").andThen(puts("proxykey2"))),
                        Written.step("Server", gets("proxykey2"))));
    }

    @Test
    void suppliersAreRecordedInOneOrder() {
        assertThat(Written.canonical(
                        Written.step("Values", supplies("Http", "proxykey1").andThen(supplies("Grpc", "proxykey2"))),
                        Written.step("Beans", gets("proxykey2"))))
                .isEqualTo(Written.canonical(
                        Written.step("Values", supplies("Grpc", "proxykey5").andThen(supplies("Http", "proxykey3"))),
                        Written.step("Beans", gets("proxykey5"))));
    }

    @Test
    void recordersWithAnEffectKeepTheirOrder() {
        assertThat(Written.canonical(
                        Written.step("Values", starts("Http", "proxykey1").andThen(starts("Grpc", "proxykey2")))))
                .isNotEqualTo(Written.canonical(
                        Written.step("Values", starts("Grpc", "proxykey1").andThen(starts("Http", "proxykey2")))));
    }

    @Test
    void valueThatTwoStepsPutIsRefused() {
        assertThatThrownBy(() -> Written.canonical(
                        Written.step("Pool", puts("proxykey7")), Written.step("Server", puts("proxykey7"))))
                .isInstanceOf(UnknownShapeException.class)
                .hasMessageContaining("Server")
                .hasMessageContaining("proxykey7");
    }

    @Test
    void valueThatNothingPutsIsRefused() {
        assertThatThrownBy(() -> Written.canonical(Written.step("Server", gets("proxykey7"))))
                .isInstanceOf(UnknownShapeException.class)
                .hasMessageContaining("Server");
    }

    @Test
    void stepsThatWaitForEachOtherAreRefused() {
        assertThatThrownBy(() -> Written.canonical(
                        Written.step("Pool", gets("proxykey2").andThen(puts("proxykey1"))),
                        Written.step("Server", gets("proxykey1").andThen(puts("proxykey2")))))
                .isInstanceOf(UnknownShapeException.class);
    }

    @Test
    void keyThatIsUsedOtherwiseIsRefused() {
        assertThatThrownBy(() -> Written.canonical(Written.step("Server", body -> {
                    body.visitLdcInsn("proxykey7");
                    body.visitInsn(Opcodes.POP);
                })))
                .isInstanceOf(UnknownShapeException.class)
                .hasMessageContaining("neither puts nor gets proxykey7");
    }

    private static Consumer<MethodVisitor> puts(String key) {
        return body -> {
            body.visitInsn(Opcodes.ACONST_NULL);
            body.visitVarInsn(Opcodes.ASTORE, 5);
            put(body, key, 5);
        };
    }

    private static Consumer<MethodVisitor> gets(String key) {
        return body -> {
            body.visitInsn(Opcodes.ACONST_NULL);
            body.visitLdcInsn(key);
            body.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, CONTEXT, "getValue", "(Ljava/lang/String;)Ljava/lang/Object;", false);
            body.visitInsn(Opcodes.POP);
        };
    }

    private static Consumer<MethodVisitor> supplies(String type, String key) {
        return records("runtimeInfo", type, key);
    }

    private static Consumer<MethodVisitor> starts(String type, String key) {
        return records("start", type, key);
    }

    private static Consumer<MethodVisitor> records(String method, String type, String key) {
        int local = type.equals("Http") ? 8 : 9;
        return body -> {
            body.visitInsn(Opcodes.ACONST_NULL);
            body.visitLdcInsn(type);
            body.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    "io/quarkus/arc/runtime/ValueRegistryRecorder",
                    method,
                    "(Ljava/lang/String;)Ljava/util/function/Supplier;",
                    false);
            body.visitVarInsn(Opcodes.ASTORE, local);
            put(body, key, local);
        };
    }

    private static void put(MethodVisitor body, String key, int local) {
        body.visitInsn(Opcodes.ACONST_NULL);
        body.visitLdcInsn(key);
        body.visitVarInsn(Opcodes.ALOAD, local);
        body.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, CONTEXT, "putValue", "(Ljava/lang/String;Ljava/lang/Object;)V", false);
    }
}
