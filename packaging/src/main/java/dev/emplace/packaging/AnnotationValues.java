package dev.emplace.packaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** Values of annotations, which are read by name: Byte Buddy writes them in the order in which a JVM found the methods. */
final class AnnotationValues {

    private record Pair(String name, Object value) {}

    private AnnotationValues() {}

    static void sort(Collection<ClassNode> classes) {
        classes.stream().flatMap(AnnotationValues::annotations).forEach(AnnotationValues::sort);
    }

    private static Stream<AnnotationNode> annotations(ClassNode node) {
        return Stream.of(
                        Stream.of(node.visibleAnnotations, node.invisibleAnnotations),
                        node.fields.stream()
                                .flatMap(field -> Stream.of(field.visibleAnnotations, field.invisibleAnnotations)),
                        node.methods.stream()
                                .flatMap(method -> Stream.of(method.visibleAnnotations, method.invisibleAnnotations)))
                .flatMap(lists -> lists)
                .flatMap(AnnotationValues::each);
    }

    private static Stream<AnnotationNode> each(@Nullable List<AnnotationNode> annotations) {
        return annotations == null ? Stream.of() : annotations.stream();
    }

    private static void sort(AnnotationNode annotation) {
        if (annotation.values == null) {
            return;
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < annotation.values.size(); i += 2) {
            pairs.add(new Pair((String) annotation.values.get(i), annotation.values.get(i + 1)));
        }
        pairs.sort(Comparator.comparing(Pair::name));
        annotation.values = new ArrayList<>(pairs.stream()
                .flatMap(pair -> Stream.of(pair.name(), pair.value()))
                .toList());
    }
}
