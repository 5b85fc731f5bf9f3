package dev.emplace.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class CanonicalApplicationTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private Path folder = Path.of("");

    @BeforeEach
    void folder(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void orderOfAnnotationValuesMakesNoDifference() throws IOException {
        byte[] first = rewritten(annotated("version", "names"));
        byte[] second = rewritten(annotated("names", "version"));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void secondTimeChangesNothing() throws IOException {
        byte[] once = rewritten(annotated("version", "names"));
        CanonicalApplication.main(folder.toString());

        assertThat(Files.readAllBytes(jar("generated"))).isEqualTo(once);
    }

    @Test
    void otherFilesAndTimesStayAsTheyAre() throws IOException {
        rewritten(annotated("version", "names"));

        try (ZipFile jar = new ZipFile(jar("generated").toFile())) {
            assertThat(jar.getInputStream(jar.getEntry("META-INF/services/x")).readAllBytes())
                    .isEqualTo(new byte[] {7});
            assertThat(jar.stream()).allMatch(entry -> entry.getTimeLocal().equals(TIME));
        }
    }

    @Test
    void attributeThatIsNotKnownIsRefusedAndNothingIsWritten() throws IOException {
        writeJar("generated", odd());
        byte[] before = Files.readAllBytes(jar("generated"));

        assertThatThrownBy(() -> CanonicalApplication.main(folder.toString()))
                .isInstanceOf(UnknownShapeException.class)
                .hasMessageContaining("Odd");
        assertThat(Files.readAllBytes(jar("generated"))).isEqualTo(before);
    }

    @Test
    void whereOneJarIsNotKnownTheOtherStaysAsItIs() throws IOException {
        writeJar("generated", annotated("version", "names"));
        byte[] before = Files.readAllBytes(jar("generated"));
        writeJar("transformed", odd());

        assertThatThrownBy(() -> CanonicalApplication.main(folder.toString()))
                .isInstanceOf(UnknownShapeException.class);
        assertThat(Files.readAllBytes(jar("generated"))).isEqualTo(before);
    }

    @Test
    void nothingIsLeftBesideTheJars() throws IOException {
        rewritten(annotated("version", "names"));

        assertThat(folder.resolve("quarkus"))
                .isDirectoryContaining("glob:**-bytecode.jar")
                .isDirectoryNotContaining("glob:**.new");
    }

    private static byte[] odd() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "A", null, "java/lang/Object", null);
        writer.visitAttribute(new Attribute("Odd") {
            @Override
            protected ByteVector write(ClassWriter of, byte[] code, int length, int stack, int locals) {
                return new ByteVector();
            }
        });
        return writer.toByteArray();
    }

    private byte[] rewritten(byte[] type) throws IOException {
        writeJar("generated", type);
        writeJar("transformed", type);
        CanonicalApplication.main(folder.toString());
        return Files.readAllBytes(jar("generated"));
    }

    private void writeJar(String kind, byte[] type) throws IOException {
        Files.createDirectories(jar(kind).getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar(kind)))) {
            write(out, "A.class", type);
            write(out, "META-INF/services/x", new byte[] {7});
        }
    }

    private static void write(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    private Path jar(String kind) {
        return folder.resolve("quarkus").resolve(kind + "-bytecode.jar");
    }

    private static byte[] annotated(String... names) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "A", null, "java/lang/Object", null);
        AnnotationVisitor annotation = writer.visitAnnotation("LEnhanced;", true);
        for (String name : names) {
            annotation.visit(name, name + " of 7.2");
        }
        annotation.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
