package dev.emplace.workload.domain.plan;

/** An answer of another service as it gave it, which a plan hands on unread. */
public interface Original {}
