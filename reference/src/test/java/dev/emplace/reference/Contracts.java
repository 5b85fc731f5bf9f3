package dev.emplace.reference;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The contracts: as generated code has them, with their options; and their comments, which it leaves out.
 *
 * @param files our files in order of their names
 * @param comments what stands before each element, by its full name
 */
record Contracts(List<FileDescriptor> files, Map<String, String> comments) {

    static Contracts load() {
        // Written by the build of emplace-proto.
        try (InputStream in = Contracts.class.getResourceAsStream("/emplace/contracts.binpb")) {
            List<FileDescriptorProto> sources =
                    FileDescriptorSet.parseFrom(Objects.requireNonNull(in)).getFileList();
            Map<String, String> comments = new HashMap<>();
            sources.forEach(source -> comments.putAll(Comments.of(generated(source), source.getSourceCodeInfo())));
            List<FileDescriptor> files = sources.stream()
                    .map(Contracts::generated)
                    .sorted(Comparator.comparing(FileDescriptor::getName))
                    .toList();
            return new Contracts(files, comments);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Files by package, in order of names. */
    Map<String, List<FileDescriptor>> packages() {
        return files.stream()
                .collect(Collectors.groupingBy(FileDescriptor::getPackage, TreeMap::new, Collectors.toList()));
    }

    /** The comment of an element; empty where it has none. */
    String comment(GenericDescriptor element) {
        return comments.getOrDefault(element.getFullName(), "");
    }

    private static FileDescriptor generated(FileDescriptorProto file) {
        String type =
                file.getOptions().getJavaPackage() + "." + file.getOptions().getJavaOuterClassname();
        try {
            return (FileDescriptor)
                    Class.forName(type).getMethod("getDescriptor").invoke(null);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("No code is generated for " + file.getName(), missing);
        }
    }
}
