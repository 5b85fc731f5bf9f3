package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.FileTooLargeException;
import dev.emplace.pricing.ingest.formats.PricePage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of one file, on disk; not for several threads. */
public final class SpooledFile implements PricePage, AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final long mostBytes;
    private long size;

    private SpooledFile(Path path, OutputStream out, long mostBytes) {
        this.path = path;
        this.out = out;
        this.mostBytes = mostBytes;
    }

    static SpooledFile create(Path folder, long mostBytes) throws IOException {
        var path = Files.createTempFile(folder, "emplace-import-", ".part");
        return new SpooledFile(path, Files.newOutputStream(path), mostBytes);
    }

    /** A FileTooLargeException beyond the limit. */
    public void append(ByteBuffer bytes) throws IOException {
        var chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        append(chunk, chunk.length);
    }

    public void append(byte[] bytes, int count) throws IOException {
        size += count;
        if (size > mostBytes) {
            throw new FileTooLargeException(mostBytes);
        }
        digest.update(bytes, 0, count);
        out.write(bytes, 0, count);
    }

    public long size() {
        return size;
    }

    /** Of all bytes; after it no more can be appended. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public InputStream open() throws IOException {
        out.flush();
        return new BufferedInputStream(Files.newInputStream(path), BUFFER);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
