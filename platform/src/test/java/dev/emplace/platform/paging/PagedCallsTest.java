package dev.emplace.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.v1.ListEchoesRequest;
import dev.emplace.platform.echo.v1.ListEchoesResponse;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status.Code;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagedCallsTest {

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void pagesTogetherHoldEveryItemOnce() {
        List<Integer> numbers = new ArrayList<>();
        String token = "";
        do {
            ListEchoesResponse page = list(token);
            numbers.addAll(page.getNumbersList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void malformedTokenIsAnInvalidArgument() {
        GrpcError error = GrpcError.from(() -> list("no token"));

        error.is(Code.INVALID_ARGUMENT, "INVALID_PAGE_TOKEN").violates("page_token");
    }

    private ListEchoesResponse list(String token) {
        return client.blocking()
                .listEchoes(ListEchoesRequest.newBuilder().setPageToken(token).build());
    }
}
