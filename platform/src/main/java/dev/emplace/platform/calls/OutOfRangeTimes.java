package dev.emplace.platform.calls;

import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.emplace.platform.errors.FieldViolation;
import java.util.ArrayList;
import java.util.List;

/** Timestamps and durations of a request that no clock shows: rules cannot be asked of them. */
final class OutOfRangeTimes {

    /** From the year 1 to 9999, as google.protobuf says of both. */
    private static final long FIRST_SECOND = -62_135_596_800L;

    private static final long LAST_SECOND = 253_402_300_799L;
    private static final long LONGEST_SECONDS = 315_576_000_000L;

    private final List<FieldViolation> found = new ArrayList<>();

    private OutOfRangeTimes() {}

    static List<FieldViolation> in(Message request) {
        var times = new OutOfRangeTimes();
        times.lookInto(request, "");
        return times.found;
    }

    private void lookInto(Message message, String path) {
        message.getAllFields().forEach((field, value) -> {
            var name = path + field.getName();
            if (value instanceof List<?> values) {
                for (int i = 0; i < values.size(); i++) {
                    look(values.get(i), name + "[" + i + "]");
                }
            } else {
                look(value, name);
            }
        });
    }

    private void look(Object value, String path) {
        if (value instanceof Timestamp time) {
            refuseUnless(time.getSeconds() >= FIRST_SECOND && time.getSeconds() <= LAST_SECOND, path);
        } else if (value instanceof Duration time) {
            refuseUnless(Math.abs((double) time.getSeconds()) <= LONGEST_SECONDS, path);
        } else if (value instanceof Message nested) {
            lookInto(nested, path + ".");
        }
    }

    private void refuseUnless(boolean inRange, String path) {
        if (!inRange) {
            found.add(new FieldViolation(
                    path,
                    "is out of range: times lie between the years 1 and 9999, durations" + " within 10,000 years"));
        }
    }
}
