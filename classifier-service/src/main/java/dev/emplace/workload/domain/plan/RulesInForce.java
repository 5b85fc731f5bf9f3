package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.InvalidPolicyException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The rulebook that is in force. It is replaced as a whole, so whoever takes it once judges by one policy. */
public final class RulesInForce {
    private final String source;
    private final Function<byte[], Rulebook> written;
    private volatile Standing standing;

    /** What is in force, the text that it was read from, since when, and why what was offered last was refused. */
    public static final class Standing {
        private final Rulebook rulebook;
        private final byte[] text;
        private final Instant since;
        private final String refusal;

        private Standing(Rulebook rulebook, byte[] text, Instant since, String refusal) {
            this.rulebook = rulebook;
            this.text = text;
            this.since = since;
            this.refusal = refusal;
        }

        public Rulebook rulebook() {
            return rulebook;
        }

        public byte[] text() {
            return text.clone();
        }

        public Instant since() {
            return since;
        }

        /** "" where nothing was refused since. */
        public String refusal() {
            return refusal;
        }

        private Standing refusing(String why) {
            return new Standing(rulebook, text, since, why);
        }
    }

    /**
     * @param source where policies come from, for people
     * @param written reads a policy and compiles it; throws InvalidPolicyException
     * @param first the policy to begin with
     */
    public RulesInForce(String source, Function<byte[], Rulebook> written, byte[] first, Instant now) {
        this.source = source;
        this.written = written;
        this.standing = new Standing(written.apply(first), first.clone(), now, "");
    }

    public Rulebook rulebook() {
        return standing.rulebook();
    }

    public String source() {
        return source;
    }

    public Standing standing() {
        return standing;
    }

    /** A rulebook of another policy, to try it: nothing is put in force. */
    public Rulebook trial(byte[] text) {
        Rulebook trial = written.apply(text);
        refuseSameVersion(trial, text);
        return trial;
    }

    /**
     * Puts a policy in force.
     *
     * @return whether that changed anything
     * @throws InvalidPolicyException if it cannot be: what was in force before stays
     */
    public synchronized boolean replace(byte[] text, Instant now) {
        if (Arrays.equals(text, standing.text)) {
            standing = standing.refusing("");
            return false;
        }
        try {
            standing = new Standing(trial(text), text.clone(), now, "");
            return true;
        } catch (InvalidPolicyException refused) {
            refuse(refused.explanation());
            throw refused;
        }
    }

    /** Notes that what is offered cannot be taken: what is in force stays. */
    public synchronized void refuse(String why) {
        standing = standing.refusing(why);
    }

    private static int lineOfVersion(byte[] text) {
        List<String> lines = new String(text, StandardCharsets.UTF_8).lines().toList();
        return 1
                + (int) lines.stream()
                        .takeWhile(line -> !line.startsWith("version"))
                        .count();
    }

    /** Answers name a version and nothing else, so a version stands for one text. */
    private void refuseSameVersion(Rulebook other, byte[] text) {
        String version = rulebook().policy().version();
        if (other.policy().version().equals(version) && !Arrays.equals(text, standing.text)) {
            throw new InvalidPolicyException(
                    "version",
                    lineOfVersion(text),
                    "is " + version + ", which is in force with another content: give this one a version of its own");
        }
    }
}
