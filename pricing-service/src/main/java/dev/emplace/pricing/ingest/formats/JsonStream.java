package dev.emplace.pricing.ingest.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.emplace.pricing.domain.imports.BrokenFileException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON document read token by token, of which only small objects are ever held. */
final class JsonStream implements AutoCloseable {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_VALUES = 10_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .maxNestingDepth(100)
                    .build())
            // Names of fields are met once, so that a table of them would only grow.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private int values;

    private JsonStream(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads a document with an action, and says where it is broken. */
    static void read(PricePage page, Action action) throws IOException {
        // A decoder by name of charset, and the library's own, would replace what is no UTF-8; this one refuses it.
        try (var reader = new InputStreamReader(page.open(), StandardCharsets.UTF_8.newDecoder());
                var json = new JsonStream(FACTORY.createParser(reader))) {
            action.read(json);
        } catch (CharacterCodingException notText) {
            throw new BrokenFileException("the file", "holds bytes that are no UTF-8 text");
        } catch (JsonProcessingException broken) {
            throw new BrokenFileException(where(broken.getLocation()), broken.getOriginalMessage());
        }
    }

    /** What is longer than may be has no place, as the library sees it. */
    private static String where(@Nullable JsonLocation location) {
        return location == null ? "the file" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Calls for each document: a file may hold several pages, one after the other, but not none. */
    void documents(Element action) throws IOException {
        if (!nextDocument()) {
            throw broken("the file is empty");
        }
        do {
            action.read();
        } while (nextDocument());
    }

    private boolean nextDocument() throws IOException {
        var token = parser.nextToken();
        if (token != null && token != JsonToken.START_OBJECT) {
            throw broken("an object was expected, but " + token.asString() + " stands here");
        }
        return token != null;
    }

    /** The last text of that field at the top of a page's documents; empty where none has it. */
    static String lastText(PricePage page, String field) throws IOException {
        var last = new Cell<>("");
        read(
                page,
                json -> json.documents(() -> json.fields(name -> {
                    if (name.equals(field)) {
                        last.set(json.text());
                    } else {
                        json.skip();
                    }
                })));
        return last.get();
    }

    /** Calls for each field of the object that the stream is at; the action must read or skip the value. */
    void fields(Field action) throws IOException {
        requireObject();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            action.read(name);
        }
    }

    /** Calls for each element of the array that the stream is at. */
    void elements(Element action) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw broken("a list was expected");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw broken("the file ends inside a list");
            }
            action.read();
        }
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    /** A value as text; empty for null. */
    String text() throws IOException {
        if (parser.currentToken().isNumeric()) {
            return number();
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        if (parser.currentToken().isStructEnd() || parser.currentToken().isStructStart()) {
            throw broken("a single value was expected");
        }
        return parser.getText();
    }

    /** Small objects only: values as texts, objects as maps, arrays as lists. */
    private Object value() throws IOException {
        if (++values > MOST_VALUES) {
            throw broken("an object of more than " + MOST_VALUES + " values");
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var map = new LinkedHashMap<String, Object>();
            fields(name -> map.put(name, value()));
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var list = new ArrayList<Object>();
            elements(() -> list.add(value()));
            return list;
        }
        return text();
    }

    @SuppressWarnings("unchecked") // value() makes maps of nothing else
    Map<String, Object> object() throws IOException {
        requireObject();
        values = 0;
        return (Map<String, Object>) value();
    }

    long line() {
        return Math.max(1, parser.currentLocation().getLineNr());
    }

    BrokenFileException broken(String what) {
        return new BrokenFileException("line " + line(), what);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Without exponent; one that would fill the memory is no price. */
    private String number() throws IOException {
        var text = parser.getText();
        if (text.length() > 60) {
            throw broken("a number of " + text.length() + " digits");
        }
        if (text.indexOf('e') < 0 && text.indexOf('E') < 0) {
            return text;
        }
        var decimal = new java.math.BigDecimal(text);
        if (Math.abs((long) decimal.scale()) > 40) {
            throw broken("the number " + text + " is out of range");
        }
        return decimal.toPlainString();
    }

    private void requireObject() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw broken("an object was expected");
        }
    }

    static String text(Map<String, Object> object, String key) {
        return object.get(key) instanceof String text ? text : "";
    }

    @SuppressWarnings("unchecked") // value() makes maps and lists of nothing else
    static List<Map<String, Object>> objects(Map<String, Object> object, String key) {
        return object.get(key) instanceof List<?> list
                ? (List<Map<String, Object>>)
                        list.stream().filter(Map.class::isInstance).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // value() makes maps of nothing else
    static Map<String, Object> object(Map<String, Object> object, String key) {
        return object.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @FunctionalInterface
    interface Action {
        void read(JsonStream json) throws IOException;
    }

    @FunctionalInterface
    interface Field {
        void read(String name) throws IOException;
    }

    @FunctionalInterface
    interface Element {
        void read() throws IOException;
    }
}
