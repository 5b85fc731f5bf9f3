-- A feed with two offers, as pricing-service wrote them at schema version 2 (commit 7c9febe); the price of one was
-- corrected since. Names and prices are made up.
UPDATE catalog SET revision = 2;
INSERT INTO price_feed (name, digest, revision, published_time, edition)
VALUES ('earlier', 'digest', 2, '2026-06-02 00:00:00+00', 1);
INSERT INTO offer_version (id, offer_id, revision, feed, published_time, effective_from, effective_until, withdrawn, region,
    zone, instance_type, accelerator, accelerator_count, vcpus, memory_bytes, local_disk_bytes, fabric, fabric_gbps,
    commercial_model, term_months, upfront, minimum_instances, currency, price_per_hour, absence_reason, absence_note,
    basis, source_document, source_observed)
VALUES
    (1, 'earlier.on-demand', 1, 'earlier', '2026-06-01 00:00:00+00', '2026-06-01 00:00:00+00', NULL, false,
    'lambda/us-south-1', NULL, 'eight', 'nvidia-h100-sxm-80gb', 8, 208, 1932735283200, NULL, NULL, NULL,
    'ON_DEMAND', NULL, NULL, 1, 'USD', 20.5, NULL, NULL, 'LIST', 'a list', '2026-06-01'),
    (2, 'earlier.on-demand', 2, 'earlier', '2026-06-02 00:00:00+00', '2026-06-01 00:00:00+00', NULL, false,
    'lambda/us-south-1', NULL, 'eight', 'nvidia-h100-sxm-80gb', 8, 208, 1932735283200, NULL, NULL, NULL,
    'ON_DEMAND', NULL, NULL, 1, 'USD', 21.75, NULL, NULL, 'LIST', 'a list', '2026-06-01'),
    (3, 'earlier.reserved', 1, 'earlier', '2026-06-01 00:00:00+00', '2026-06-01 00:00:00+00', NULL, false,
    'lambda/us-south-1', NULL, 'eight', 'nvidia-h100-sxm-80gb', 8, 208, 1932735283200, NULL, NULL, NULL,
    'RESERVED', 12, 1000, 1, 'USD', 15.125, NULL, NULL, 'LIST', 'a list', '2026-06-01');
SELECT setval('offer_version_seq', 401);
