package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.FileTooLargeException;
import dev.emplace.pricing.ingest.formats.PricePage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** The bytes of one file, on disk; not for several threads. */
public final class SpooledFile implements PricePage, AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final long mostBytes;
    private long size;

    private SpooledFile(FileChannel channel, long mostBytes) {
        this.channel = channel;
        this.out = Channels.newOutputStream(channel);
        this.mostBytes = mostBytes;
    }

    /** Nothing is left of it once it is closed, or its process ends, however that ends. */
    static SpooledFile create(Path folder, long mostBytes) throws IOException {
        var path = folder.resolve("emplace-import-" + UUID.randomUUID() + ".part");
        return new SpooledFile(
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                mostBytes);
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
    public InputStream open() {
        return new BufferedInputStream(new Reading(), BUFFER);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** From the beginning, at a place of its own: closing it leaves the file open for others. */
    private final class Reading extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = channel.read(ByteBuffer.wrap(into, offset, length), position);
            position += Math.max(0, count);
            return count;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
