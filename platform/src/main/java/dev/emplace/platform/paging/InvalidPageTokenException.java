package dev.emplace.platform.paging;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import java.util.List;
import java.util.Map;

/** The page token was not issued by this list, or was issued for other filters. */
public final class InvalidPageTokenException extends Failure {

    /** A token whose position is none of the list's, whatever else it is. */
    public InvalidPageTokenException() {
        this("is not a token of this list; send next_page_token of the previous page as it came, or nothing");
    }

    InvalidPageTokenException(String description) {
        super(
                CommonReason.INVALID_PAGE_TOKEN,
                "page_token: " + description,
                Map.of(),
                List.of(new FieldViolation("page_token", description)),
                null);
    }
}
