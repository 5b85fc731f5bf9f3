package dev.emplace.replay;

import dev.emplace.replay.domain.Market;

/** A trace and a market under one assumption, such as what stands for an undisclosed accelerator. */
record Scene(String name, Case trace, Market market) {}
