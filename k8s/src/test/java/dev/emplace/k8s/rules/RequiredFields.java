package dev.emplace.k8s.rules;

import com.google.gson.JsonElement;
import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Landscape;
import dev.emplace.k8s.Manifest;
import java.lang.reflect.InvocationTargetException;
import java.util.stream.Stream;

/** No object lacks a field that its kind requires; patches may. */
final class RequiredFields implements Rule {

    @Override
    public Stream<Fault> faults(Landscape landscape) {
        return landscape.objects().stream().flatMap(RequiredFields::faultsOf);
    }

    private static Stream<Fault> faultsOf(Manifest object) {
        return Models.of(object).stream().flatMap(model -> refusal(object, model));
    }

    /** Each class of the official client checks what it requires, and that of what it contains. */
    private static Stream<Fault> refusal(Manifest object, Class<?> model) {
        try {
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, object.json());
            return Stream.of();
        } catch (InvocationTargetException refused) {
            return Stream.of(object.fault(object.root(), "is refused: " + withoutObject(refused.getTargetException())));
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalStateException(model + " has no such check: is the client another version?", unusable);
        }
    }

    private static String withoutObject(Throwable refusal) {
        return String.valueOf(refusal.getMessage()).replaceFirst("\\.? JSON: .*|: \\{.*", "");
    }
}
