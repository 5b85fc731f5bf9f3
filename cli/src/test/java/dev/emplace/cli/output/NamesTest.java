package dev.emplace.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.workload.v1.PlanOutcome;
import dev.emplace.api.workload.v1.WorkloadClass;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void noClassKeepsThePrefixOfItsType() {
        for (WorkloadClass constant : WorkloadClass.values()) {
            if (constant != WorkloadClass.UNRECOGNIZED) {
                assertThat(Names.bare(constant)).doesNotContain("WORKLOAD").isNotEmpty();
            }
        }
    }

    @Test
    void wordsAreLowerCase() {
        assertThat(Names.words(PlanOutcome.PLAN_OUTCOME_OUT_OF_SCOPE)).isEqualTo("out of scope");
    }
}
