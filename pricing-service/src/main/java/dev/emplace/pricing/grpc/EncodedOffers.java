package dev.emplace.pricing.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;

/**
 * Offers of an answer that are encoded already. protobuf sends fields that it does not know as they are: so an answer
 * carries these beside those that it is built of, its caller sees no difference, and no offer is encoded again.
 */
final class EncodedOffers {

    private final UnknownFieldSet.Field.Builder offers = UnknownFieldSet.Field.newBuilder();

    void add(ByteString offer) {
        offers.addLengthDelimited(offer);
    }

    /** @param number of the repeated field of offers in the answer */
    UnknownFieldSet as(int number) {
        return UnknownFieldSet.newBuilder().addField(number, offers.build()).build();
    }
}
