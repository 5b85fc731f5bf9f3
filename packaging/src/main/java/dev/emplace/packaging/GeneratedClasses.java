package dev.emplace.packaging;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** The classes of one jar, by the name of their entry: they name each other's values, so they are changed together. */
record GeneratedClasses(Map<String, ClassNode> byEntry) {

    static GeneratedClasses parse(Map<String, byte[]> classes) {
        Map<String, ClassNode> parsed = new TreeMap<>();
        classes.forEach((entry, bytes) -> parsed.put(entry, parse(bytes)));
        return new GeneratedClasses(parsed);
    }

    /** The same classes with bytes that only depend on what they do. */
    Map<String, byte[]> canonical() {
        RecordedValues.rename(byEntry.values());
        ConfigClasses.sort(byEntry.values());
        HashedCollections.sort(byEntry.values());
        InjectionTargets.sort(byEntry.values());
        AnnotationValues.sort(byEntry.values());
        Map<String, byte[]> written = new TreeMap<>();
        byEntry.forEach((entry, node) -> written.put(entry, write(node)));
        return written;
    }

    private static ClassNode parse(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        attributes(node).forEach(attribute -> {
            throw new UnknownShapeException(
                    node.name, "has the attribute %s, which may point at constants", attribute.type);
        });
        return node;
    }

    private static Stream<Attribute> attributes(ClassNode node) {
        return Stream.of(
                        Stream.ofNullable(node.attrs),
                        node.fields.stream().flatMap(field -> Stream.ofNullable(field.attrs)),
                        node.methods.stream().flatMap(method -> Stream.ofNullable(method.attrs)))
                .flatMap(lists -> lists)
                .flatMap(list -> list.stream());
    }

    /** Constants anew, in the order of their use: their order came from what was written first. */
    private static byte[] write(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }
}
