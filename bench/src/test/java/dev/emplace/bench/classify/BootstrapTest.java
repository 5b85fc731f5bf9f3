package dev.emplace.bench.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.classify.WorkloadClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static Answer answer(String repository, boolean right) {
        LabelledManifest manifest = new LabelledManifest(Path.of("x"), repository, "non_ai", List.of(), true, false);
        return new Answer(manifest, right ? WorkloadClass.NOT_AI : WorkloadClass.FINE_TUNING, 0.8, "", "");
    }

    @Test
    void filesOfOneRepositoryAreDrawnTogether() {
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(answer("large", false));
            all.add(answer("other" + i % 2, true));
        }
        // Three repositories, one of them all wrong: draws without it, or with nothing else, are common.
        assertThat(Bootstrap.of(new Answers(all)).interval(Answers::accuracy))
                .contains("3 repositories", "from 0.00 to 1.00");
    }

    @Test
    void whatIsAlwaysRightHasNoSpread() {
        Answers sure = new Answers(List.of(answer("a", true), answer("b", true)));
        assertThat(Bootstrap.of(sure).interval(Answers::accuracy)).endsWith("from 1.00 to 1.00");
    }
}
