package dev.emplace.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class HashedCollectionsTest {

    private static final String GENERATED = "io/quarkus/runner/recorded/Step";
    private static final int COLLECTION = 0;

    @Test
    void everyOrderOfAddingGivesTheSameBytesAndTheSameSet() throws ReflectiveOperationException {
        Random random = new Random(25);
        for (int round = 0; round < 50; round++) {
            List<String> elements = elements(2 + random.nextInt(20));
            Written first = collects(GENERATED, "java/util/HashSet", elements);
            Collections.shuffle(elements, random);
            Written second = collects(GENERATED, "java/util/HashSet", elements);

            assertThat(second.canonical().bytes()).isEqualTo(first.canonical().bytes());
            assertThat(second.canonical().answer()).isEqualTo(first.answer());
        }
    }

    @Test
    void listKeepsItsOrder() throws ReflectiveOperationException {
        Written list = collects(GENERATED, "java/util/ArrayList", List.of("b", "c", "a"));

        assertThat(list.canonical().answer()).isEqualTo(List.of("b", "c", "a"));
    }

    @Test
    void codeOfPeopleStaysAsItIs() {
        Written one = collects("dev/emplace/power/Racks", "java/util/HashSet", List.of("b", "a"));
        Written other = collects("dev/emplace/power/Racks", "java/util/HashSet", List.of("a", "b"));

        assertThat(one.canonical().bytes()).isNotEqualTo(other.canonical().bytes());
    }

    @Test
    void elementThatIsUsedAgainStaysWhatItWas() throws ReflectiveOperationException {
        Written used = Written.of(GENERATED, "of", Type.getType(Object.class), body -> {
            create(body, "java/util/HashSet");
            add(body, "b", 1);
            add(body, "a", 2);
            body.visitVarInsn(Opcodes.ALOAD, 1);
            body.visitInsn(Opcodes.ARETURN);
        });

        assertThat(used.canonical().answer()).isEqualTo("b");
    }

    @Test
    void setThatIsCopiedMeanwhileHoldsWhatItHeld() throws ReflectiveOperationException {
        Written copied = Written.of(GENERATED, "of", Type.getType(Object.class), body -> {
            create(body, "java/util/HashSet");
            add(body, "b", 1);
            body.visitTypeInsn(Opcodes.NEW, "java/util/ArrayList");
            body.visitInsn(Opcodes.DUP);
            body.visitVarInsn(Opcodes.ALOAD, COLLECTION);
            body.visitMethodInsn(
                    Opcodes.INVOKESPECIAL, "java/util/ArrayList", "<init>", "(Ljava/util/Collection;)V", false);
            body.visitVarInsn(Opcodes.ASTORE, 9);
            add(body, "a", 2);
            body.visitVarInsn(Opcodes.ALOAD, 9);
            body.visitInsn(Opcodes.ARETURN);
        });

        assertThat(copied.canonical().answer()).isEqualTo(List.of("b"));
    }

    private static List<String> elements(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> "element " + i).toList());
    }

    private static Written collects(String name, String type, List<String> elements) {
        return Written.of(name, "of", Type.getType(Object.class), body -> {
            create(body, type);
            for (int i = 0; i < elements.size(); i++) {
                add(body, elements.get(i), i + 1);
            }
            body.visitVarInsn(Opcodes.ALOAD, COLLECTION);
            body.visitInsn(Opcodes.ARETURN);
        });
    }

    private static void create(MethodVisitor body, String type) {
        body.visitTypeInsn(Opcodes.NEW, type);
        body.visitInsn(Opcodes.DUP);
        body.visitMethodInsn(Opcodes.INVOKESPECIAL, type, "<init>", "()V", false);
        body.visitVarInsn(Opcodes.ASTORE, COLLECTION);
    }

    private static void add(MethodVisitor body, String element, int local) {
        body.visitLdcInsn(element);
        body.visitVarInsn(Opcodes.ASTORE, local);
        body.visitVarInsn(Opcodes.ALOAD, COLLECTION);
        body.visitTypeInsn(Opcodes.CHECKCAST, "java/util/Collection");
        body.visitVarInsn(Opcodes.ALOAD, local);
        body.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/Collection", "add", "(Ljava/lang/Object;)Z", true);
        body.visitInsn(Opcodes.POP);
    }
}
