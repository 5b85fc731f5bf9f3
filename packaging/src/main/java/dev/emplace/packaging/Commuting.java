package dev.emplace.packaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Segments of a method that can come in any order, since each ends in something that has no order, and prepares only
 * that. Sorts them where they follow each other; what it cannot follow stays as it is.
 */
final class Commuting {

    private final MethodNode method;
    private final List<Statement> statements;
    private final Predicate<Statement> ends;
    private final Predicate<Statement> prepares;
    private final Predicate<MethodInsnNode> pure;

    /**
     * @param ends whether a statement is the last one of a segment
     * @param prepares whether a statement does not see what other segments have done
     * @param pure whether a call has no effect but its result
     */
    Commuting(
            ClassNode owner,
            MethodNode method,
            Predicate<Statement> ends,
            Predicate<Statement> prepares,
            Predicate<MethodInsnNode> pure) {
        this.method = method;
        this.statements = Statement.of(owner, method);
        this.ends = ends;
        this.prepares = prepares;
        this.pure = pure;
    }

    void sort() {
        List<Segment> run = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < statements.size(); at++) {
            Statement statement = statements.get(at);
            if (statement.isStraight() && ends.test(statement)) {
                take(run, from, at);
                from = at + 1;
            } else if (!statement.isStraight()
                    || !prepares.test(statement)
                    || !(isPure(statement) || mayFill(statement))) {
                finish(run);
                from = at + 1;
            }
        }
        finish(run);
    }

    /** What ends here, into the run; or the run ends. */
    private void take(List<Segment> run, int from, int end) {
        int start = start(from, end);
        if (start > from) {
            finish(run);
        }
        Segment segment = new Segment(statements.subList(start, end + 1));
        if (isPrivate(segment, start, end)) {
            run.add(segment);
        } else {
            finish(run);
        }
    }

    /** The first statement that the one at the end needs, back to where the segment before ended. */
    private int start(int from, int end) {
        Set<Integer> needed = new HashSet<>();
        statements.get(end).locals().forEach(use -> needed.add(use.var));
        int start = end;
        for (int at = end - 1; at >= from; at--) {
            Statement statement = statements.get(at);
            if (statement.locals().anyMatch(use -> needed.contains(use.var) && isUsedOnly(use.var, from, end))) {
                statement.locals().forEach(use -> needed.add(use.var));
                start = at;
            }
        }
        return start;
    }

    private boolean isPrivate(Segment segment, int start, int end) {
        List<Integer> own = segment.own();
        return own.stream().allMatch(local -> isUsedOnly(local, start, end))
                && statements.subList(start, end).stream()
                        .allMatch(statement -> isPure(statement) || own.stream().anyMatch(statement::callsOn));
    }

    private boolean isPure(Statement statement) {
        return statement.calls().allMatch(pure);
    }

    /** Whether it may be a call that fills an object of its segment; whose object that is shows when the segment ends. */
    private static boolean mayFill(Statement statement) {
        return statement.first() instanceof VarInsnNode receiver && statement.callsOn(receiver.var);
    }

    private boolean isUsedOnly(int local, int start, int end) {
        return IntStream.range(0, statements.size())
                .filter(at -> at < start || at > end)
                .noneMatch(at -> statements.get(at).uses(local));
    }

    private void finish(List<Segment> run) {
        if (run.size() > 1
                && (!hasFrames()
                        || run.stream().allMatch(segment -> segment.own().isEmpty()))) {
            reorder(run);
        }
        run.clear();
    }

    /** Where branches meet, the locals of both sides are written down. */
    private boolean hasFrames() {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof FrameNode) {
                return true;
            }
        }
        return method.localVariables != null && !method.localVariables.isEmpty();
    }

    private void reorder(List<Segment> run) {
        AbstractInsnNode after = run.get(run.size() - 1).last().getNext();
        List<Integer> locals = new ArrayList<>(
                run.stream().flatMap(segment -> segment.own().stream()).sorted().toList());
        run.stream().sorted(Comparator.comparing(Segment::text)).forEach(segment -> {
            segment.code().forEach(instruction -> {
                method.instructions.remove(instruction);
                method.instructions.insertBefore(after, instruction);
            });
            List<Integer> taken = locals.subList(0, segment.own().size());
            segment.take(List.copyOf(taken));
            taken.clear();
        });
    }
}
