package dev.emplace.reference;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Comments of one file, which protoc keeps by the path of numbers that leads to an element. */
final class Comments {

    private final Map<List<Integer>, String> byPath;

    private final Map<String, String> byName = new HashMap<>();

    private Comments(SourceCodeInfo source) {
        this.byPath = source.getLocationList().stream()
                .filter(Location::hasLeadingComments)
                .collect(Collectors.toMap(Location::getPathList, Comments::text));
    }

    /** Paragraphs are parted by an empty line, and each is one line. */
    static Map<String, String> of(FileDescriptor file, SourceCodeInfo source) {
        Comments comments = new Comments(source);
        for (Descriptor message : file.getMessageTypes()) {
            comments.message(message, List.of(FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, message.getIndex()));
        }
        for (EnumDescriptor type : file.getEnumTypes()) {
            comments.enumeration(type, List.of(FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER, type.getIndex()));
        }
        for (ServiceDescriptor service : file.getServices()) {
            List<Integer> path = List.of(FileDescriptorProto.SERVICE_FIELD_NUMBER, service.getIndex());
            comments.keep(service, path);
            service.getMethods().forEach(method -> comments.keep(method, below(path, 2, method.getIndex())));
        }
        return comments.byName;
    }

    private void message(Descriptor message, List<Integer> path) {
        keep(message, path);
        for (FieldDescriptor field : message.getFields()) {
            keep(field, below(path, 2, field.getIndex()));
        }
        message.getOneofs().forEach(choice -> keep(choice, below(path, 8, choice.getIndex())));
        message.getNestedTypes().forEach(nested -> message(nested, below(path, 3, nested.getIndex())));
        message.getEnumTypes().forEach(nested -> enumeration(nested, below(path, 4, nested.getIndex())));
    }

    private void enumeration(EnumDescriptor type, List<Integer> path) {
        keep(type, path);
        type.getValues().forEach(value -> keep(value, below(path, 2, value.getIndex())));
    }

    private void keep(GenericDescriptor element, List<Integer> path) {
        byName.put(element.getFullName(), byPath.getOrDefault(path, ""));
    }

    private static List<Integer> below(List<Integer> path, int kind, int index) {
        List<Integer> whole = new ArrayList<>(path);
        whole.add(kind);
        whole.add(index);
        return List.copyOf(whole);
    }

    private static String text(Location location) {
        String[] paragraphs = location.getLeadingComments().strip().split("\\n\\s*\\n", -1);
        return List.of(paragraphs).stream()
                .map(paragraph -> paragraph.strip().replaceAll("\\s*\\n\\s*", " "))
                .collect(Collectors.joining("\n\n"));
    }
}
