package dev.emplace.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The entries of a jar, in its order. */
final class JarContent {

    private final List<Item> items;

    private JarContent(List<Item> items) {
        this.items = items;
    }

    /** One entry. Its time is the one that Maven's {@code project.build.outputTimestamp} gave it. */
    private static final class Item {

        private final ZipEntry entry;
        private final byte[] bytes;

        Item(ZipEntry entry, byte[] bytes) {
            this.entry = entry;
            this.bytes = bytes;
        }

        String name() {
            return entry.getName();
        }

        boolean isClass() {
            return name().endsWith(".class");
        }

        void write(ZipOutputStream out) throws IOException {
            ZipEntry fresh = new ZipEntry(name());
            fresh.setTimeLocal(entry.getTimeLocal());
            out.putNextEntry(fresh);
            out.write(bytes);
            out.closeEntry();
        }
    }

    static JarContent read(Path jar) throws IOException {
        List<Item> items = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                items.add(new Item(entry, in.readAllBytes()));
            }
        }
        return new JarContent(items);
    }

    /** The bytes of the classes by the name of their entry. */
    Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new TreeMap<>();
        items.stream().filter(Item::isClass).forEach(item -> classes.put(item.name(), item.bytes));
        return classes;
    }

    JarContent withClasses(Map<String, byte[]> classes) {
        return new JarContent(items.stream()
                .map(item -> new Item(item.entry, classes.getOrDefault(item.name(), item.bytes)))
                .toList());
    }

    /** Whole, or not at all: in the place of what is there, once all of it is written beside it. */
    void write(Path jar) throws IOException {
        Path beside = jar.resolveSibling(jar.getFileName() + ".new");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(beside))) {
            for (Item item : items) {
                item.write(out);
            }
        }
        Files.move(beside, jar, StandardCopyOption.ATOMIC_MOVE);
    }
}
