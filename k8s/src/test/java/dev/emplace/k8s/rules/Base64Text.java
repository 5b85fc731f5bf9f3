package dev.emplace.k8s.rules;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Base64;

/** Bytes as Kubernetes writes them. */
final class Base64Text extends TypeAdapter<byte[]> {

    @Override
    public void write(JsonWriter out, byte[] bytes) throws IOException {
        out.value(Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public byte[] read(JsonReader in) throws IOException {
        return Base64.getDecoder().decode(in.nextString());
    }
}
