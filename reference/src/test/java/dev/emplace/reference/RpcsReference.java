package dev.emplace.reference;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.emplace.api.access.v1.RoleProto;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every method on one page, and a page for each package with its methods, messages and enums. */
final class RpcsReference {

    private static final String FOLDER = "docs/reference/";

    private final Contracts contracts;

    private RpcsReference(Contracts contracts) {
        this.contracts = contracts;
    }

    static List<Reference> of(Contracts contracts) {
        RpcsReference pages = new RpcsReference(contracts);
        List<Reference> references = new ArrayList<>();
        references.add(pages.methods());
        contracts.packages().forEach((name, files) -> references.add(pages.ofPackage(name, files)));
        return List.copyOf(references);
    }

    private Reference methods() {
        Markdown page = Markdown.generated("RPCs", "the contracts (`proto/`)")
                .paragraph("Requests are held against the constraints of their fields before a service sees them. "
                        + "Every method may answer the reasons that all services share "
                        + "([errors](../errors.md)); those of its own stand with it. "
                        + "A caller must hold the method's [role](emplace.access.v1.md#role).");
        contracts.packages().forEach((name, files) -> {
            List<List<String>> rows = services(files).stream()
                    .flatMap(service -> service.getMethods().stream())
                    .map(this::methodRow)
                    .toList();
            if (!rows.isEmpty()) {
                page.heading(2, name).table(List.of("method", "role", "what it does"), rows);
            }
        });
        return new Reference(FOLDER + "rpcs.md", page.toString());
    }

    private List<String> methodRow(MethodDescriptor method) {
        String comment = Markdown.escaped(contracts.comment(method).replaceFirst("(?s)\n\n.*", ""));
        String link = TypeNames.link(method.getService().getFile(), method.getName());
        return List.of(method.getService().getName() + "." + link, role(method), comment);
    }

    private Reference ofPackage(String name, List<FileDescriptor> files) {
        Markdown page = Markdown.generated(name, "the contracts (`proto/src/main/proto`)");
        services(files).forEach(service -> service(page, service));
        files.stream()
                .flatMap(file -> file.getMessageTypes().stream())
                .flatMap(RpcsReference::withNested)
                .sorted(Comparator.comparing(TypeNames::bare))
                .forEach(message -> message(page, message));
        Stream.concat(
                        files.stream().flatMap(file -> file.getEnumTypes().stream()),
                        files.stream()
                                .flatMap(file -> file.getMessageTypes().stream())
                                .flatMap(RpcsReference::withNested)
                                .flatMap(message -> message.getEnumTypes().stream()))
                .sorted(Comparator.comparing(TypeNames::bare))
                .forEach(type -> enumeration(page, type));
        return new Reference(FOLDER + name + ".md", page.toString());
    }

    private void service(Markdown page, ServiceDescriptor service) {
        page.heading(2, service.getName()).paragraph(comment(service));
        for (MethodDescriptor method : service.getMethods()) {
            page.heading(3, method.getName())
                    .paragraph("Takes " + stream(method.isClientStreaming()) + TypeNames.of(method.getInputType())
                            + ", answers " + stream(method.isServerStreaming()) + TypeNames.of(method.getOutputType())
                            + ". Role: " + role(method) + ".")
                    .paragraph(comment(method));
        }
    }

    private void message(Markdown page, Descriptor message) {
        page.heading(2, TypeNames.bare(message))
                .paragraph(comment(message))
                .table(
                        List.of("field", "type", "constraints", "meaning"),
                        message.getFields().stream()
                                .map(field -> List.of(
                                        Markdown.code(field.getName()),
                                        TypeNames.of(field),
                                        Constraints.of(field),
                                        comment(field)))
                                .toList());
    }

    private void enumeration(Markdown page, EnumDescriptor type) {
        page.heading(2, TypeNames.bare(type))
                .paragraph(comment(type))
                .table(
                        List.of("value", "number", "meaning"),
                        type.getValues().stream()
                                .map(value -> List.of(
                                        Markdown.code(value.getName()),
                                        String.valueOf(value.getNumber()),
                                        comment(value)))
                                .toList());
    }

    private String comment(GenericDescriptor element) {
        return Markdown.escaped(contracts.comment(element));
    }

    private static String role(MethodDescriptor method) {
        return Markdown.code(
                method.getOptions().getExtension(RoleProto.requiredRole).name());
    }

    private static String stream(boolean streaming) {
        return streaming ? "a stream of " : "";
    }

    private static List<ServiceDescriptor> services(List<FileDescriptor> files) {
        return files.stream()
                .flatMap(file -> file.getServices().stream())
                .sorted(Comparator.comparing(ServiceDescriptor::getName))
                .toList();
    }

    private static Stream<Descriptor> withNested(Descriptor message) {
        return message.getOptions().getMapEntry()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(message), message.getNestedTypes().stream().flatMap(RpcsReference::withNested));
    }
}
