package dev.emplace.replay;

import dev.emplace.replay.domain.Bill;
import dev.emplace.replay.domain.Run;
import dev.emplace.replay.portfolio.Portfolio;

/** One policy's run over the scored half, and its bill. */
public record Outcome(String name, Run run, Bill bill, Portfolio base) {}
