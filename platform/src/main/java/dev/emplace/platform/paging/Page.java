package dev.emplace.platform.paging;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.emplace.platform.errors.InvalidFieldException;
import java.util.Optional;

/**
 * The page that a list request asks for.
 *
 * @param size how many items at most
 * @param after position of the last item of the previous page; empty for the first page
 * @param filter fingerprint of the request's filters, to which tokens are bound
 */
public record Page(int size, Optional<String> after, String filter) {

    /**
     * Reads {@code page_size} and {@code page_token} of a list request. The token is bound to all other fields but
     * {@code min_revision}; a page size of 0 means the default, one above the maximum means the maximum (AIP-158).
     */
    public static Page of(Message request, int defaultSize, int maxSize) {
        int asked = (int) value(request, "page_size");
        String token = (String) value(request, "page_token");
        String filter = FilterFingerprint.of(request);
        return new Page(size(asked, defaultSize, maxSize), position(token, filter), filter);
    }

    /**
     * Token of the page that follows {@code position}, which names the last item of this page; empty where position is
     * empty, as the last page's is.
     */
    public String next(String position) {
        return position.isEmpty() ? "" : new PageToken(filter, position).format();
    }

    private static int size(int asked, int defaultSize, int maxSize) {
        if (asked < 0) {
            throw new InvalidFieldException(
                    "page_size", "is " + asked + "; must be 0 (default of " + defaultSize + ") to " + maxSize);
        }
        return asked == 0 ? defaultSize : Math.min(asked, maxSize);
    }

    private static Optional<String> position(String token, String filter) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        PageToken parsed = PageToken.parse(token);
        if (!parsed.filter().equals(filter)) {
            throw new InvalidPageTokenException(
                    "was issued for other filters; repeat the filters of the first page, or start without a token");
        }
        return Optional.of(parsed.position());
    }

    private static Object value(Message request, String name) {
        FieldDescriptor field = request.getDescriptorForType().findFieldByName(name);
        if (field == null) {
            throw new IllegalArgumentException(request.getDescriptorForType().getFullName() + " has no " + name);
        }
        return request.getField(field);
    }
}
