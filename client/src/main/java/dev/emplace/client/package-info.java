/**
 * A client of Emplace for schedulers and operators to embed: calls with deadlines that are repeated where that helps, lists
 * without pages, and watches that go on by themselves. Needs gRPC, and nothing else of Emplace but its contracts.
 *
 * <pre>{@code
 * try (var pricing = ServiceConnection.inTheClear("localhost:9101");
 *         var offers = OfferCache.of(new Catalog(pricing), WatchedOffers.meeting(requirement))) {
 *     offers.awaitFilled(Duration.ofSeconds(30));
 *     offers.offer("offers/aws.us-east-1.p5-48xlarge.on-demand").ifPresent(this::bid);
 * }
 * }</pre>
 */
@NullMarked
package dev.emplace.client;

import org.jspecify.annotations.NullMarked;
