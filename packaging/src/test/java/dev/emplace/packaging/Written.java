package dev.emplace.packaging;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class with one static method without arguments, written as Quarkus writes. */
final class Written {

    private final String name;
    private final byte[] bytes;

    Written(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    static Written of(String name, String method, Type result, Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodVisitor body = writer.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, method, Type.getMethodDescriptor(result), null, null);
        body.visitCode();
        code.accept(body);
        body.visitMaxs(0, 0);
        body.visitEnd();
        writer.visitEnd();
        return new Written(name, writer.toByteArray());
    }

    static Written step(String name, Consumer<MethodVisitor> code) {
        return of(
                "io/quarkus/runner/recorded/" + name,
                "deploy",
                Type.VOID_TYPE,
                code.andThen(body -> body.visitInsn(Opcodes.RETURN)));
    }

    /** What the build makes of them, by name. */
    static Map<String, List<Byte>> canonical(Written... classes) {
        Map<String, byte[]> entries = new TreeMap<>();
        Arrays.stream(classes).forEach(written -> entries.put(written.name + ".class", written.bytes));
        Map<String, List<Byte>> canonical = new TreeMap<>();
        GeneratedClasses.parse(entries).canonical().forEach((entry, bytes) -> canonical.put(entry, boxed(bytes)));
        return canonical;
    }

    Written canonical() {
        return new Written(
                name,
                GeneratedClasses.parse(Map.of(name, bytes))
                        .canonical()
                        .values()
                        .iterator()
                        .next());
    }

    /** What its method answers. */
    Object answer() throws ReflectiveOperationException {
        Class<?> defined = new ClassLoader(getClass().getClassLoader()) {
            Class<?> define() {
                return defineClass(name.replace('/', '.'), bytes, 0, bytes.length);
            }
        }.define();
        Method method = defined.getMethods()[0];
        return method.invoke(null);
    }

    private static List<Byte> boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        Arrays.setAll(boxed, i -> bytes[i]);
        return List.of(boxed);
    }
}
