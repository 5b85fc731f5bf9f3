package dev.emplace.packaging;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Statements that bring about one thing together, and whose locals nothing else uses. */
record Segment(List<Statement> statements) {

    /** Its locals, in the order in which it first stores into them. */
    List<Integer> own() {
        return statements.stream()
                .flatMapToInt(Statement::stored)
                .distinct()
                .boxed()
                .toList();
    }

    /** What it does, whichever locals it does that with, and under whichever key it leaves it. */
    String text() {
        List<Integer> own = own();
        return statements.stream()
                .map(statement ->
                        statement.text(local -> own.contains(local) ? "own " + own.indexOf(local) : "" + local))
                .collect(Collectors.joining("\n"))
                .replaceAll(RecordedValues.KEY.pattern(), "key");
    }

    Stream<AbstractInsnNode> code() {
        return statements.stream().flatMap(statement -> statement.code().stream());
    }

    AbstractInsnNode last() {
        return statements.get(statements.size() - 1).last();
    }

    /** Moves its locals to others. */
    void take(List<Integer> others) {
        List<Integer> own = own();
        List<VarInsnNode> uses = statements.stream()
                .flatMap(Statement::locals)
                .filter(use -> own.contains(use.var))
                .toList();
        int[] places = uses.stream().mapToInt(use -> own.indexOf(use.var)).toArray();
        IntStream.range(0, places.length).forEach(i -> uses.get(i).var = others.get(places[i]));
    }
}
