package dev.emplace.testkit.leaks;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What one call asked and is answered. A caller who is told what he wrote himself, such as the main class that his
 * manifest names, learns nothing of the service.
 */
public final class Exchange {

    private final List<Message> requests = new CopyOnWriteArrayList<>();

    /** Anything else than a message has no text that an answer could repeat. */
    public void asked(Object request) {
        if (request instanceof Message message) {
            requests.add(message);
        }
    }

    /** What leaks in an answer; empty where nothing does. */
    public Optional<String> leak(Object answer) {
        return answer instanceof Message message ? first(Texts.of(asRead(message))) : Optional.empty();
    }

    /** As its caller reads it: an answer may carry parts that were encoded before, which it does not know itself. */
    private static Message asRead(Message answer) {
        try {
            return answer.getParserForType().parseFrom(answer.toByteString());
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError("an answer that its caller cannot read", broken);
        }
    }

    /** What leaks in the end of the call; empty where nothing does. */
    public Optional<String> leak(Status status, Metadata trailers) {
        return first(Texts.of(status, trailers));
    }

    Optional<String> leak(Metadata headers) {
        return first(Texts.of(headers));
    }

    private Optional<String> first(Stream<String> texts) {
        return texts.flatMap(text -> Leak.anyIn(text).stream())
                .filter(found -> !wasAsked(found.shown()))
                .map(Leak.Found::toString)
                .findFirst();
    }

    private boolean wasAsked(String shown) {
        return requests.stream().flatMap(Texts::of).anyMatch(text -> text.contains(shown));
    }
}
