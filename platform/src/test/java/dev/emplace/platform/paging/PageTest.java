package dev.emplace.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.platform.echo.v1.ListEchoesRequest;
import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final ListEchoesRequest FIRST =
            ListEchoesRequest.newBuilder().setFilter("odd").build();

    @Test
    void firstPageStartsAtTheBeginningWithTheDefaultSize() {
        Page page = Page.of(FIRST, 50, 1000);

        assertThat(page.size()).isEqualTo(50);
        assertThat(page.after()).isEmpty();
    }

    @Test
    void nextPageStartsAfterTheLastItem() {
        String token = Page.of(FIRST, 50, 1000).next("offers/größe 7");

        assertThat(following(token).after()).contains("offers/größe 7");
    }

    @Test
    void lastPageHasNoNextToken() {
        assertThat(Page.of(FIRST, 50, 1000).next("")).isEmpty();
    }

    @Test
    void sizeAboveTheMaximumMeansTheMaximum() {
        Page page = Page.of(FIRST.toBuilder().setPageSize(5000).build(), 50, 1000);

        assertThat(page.size()).isEqualTo(1000);
    }

    @Test
    void negativeSizeIsRefused() {
        ListEchoesRequest request = FIRST.toBuilder().setPageSize(-1).build();

        assertThatThrownBy(() -> Page.of(request, 50, 1000))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class,
                        refused -> assertThat(refused.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.field()).isEqualTo("page_size")));
    }

    @Test
    void sizeAndFreshnessMayChangeBetweenPages() {
        String token = Page.of(FIRST, 50, 1000).next("7");

        Page page = Page.of(
                FIRST.toBuilder()
                        .setPageToken(token)
                        .setPageSize(3)
                        .setMinRevision(9)
                        .build(),
                50,
                1000);

        assertThat(page.after()).contains("7");
        assertThat(page.size()).isEqualTo(3);
    }

    @Test
    void tokenOfAnotherFilterIsRefused() {
        String token = Page.of(FIRST, 50, 1000).next("7");
        ListEchoesRequest other =
                FIRST.toBuilder().setFilter("even").setPageToken(token).build();

        assertThatThrownBy(() -> Page.of(other, 50, 1000))
                .isInstanceOfSatisfying(Failure.class, PageTest::namesTheToken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "AAAA", "MQ", "7"})
    void malformedTokenIsRefused(String token) {
        assertThatThrownBy(() -> following(token)).isInstanceOfSatisfying(Failure.class, PageTest::namesTheToken);
    }

    @Test
    void tokenOfAnotherVersionIsRefused() {
        byte[] bytes = Base64.getUrlDecoder().decode(Page.of(FIRST, 50, 1000).next("7"));
        String older = "0" + new String(bytes, StandardCharsets.UTF_8).substring(1);
        String token = Base64.getUrlEncoder().encodeToString(older.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> following(token)).isInstanceOfSatisfying(Failure.class, PageTest::namesTheToken);
    }

    private static Page following(String token) {
        return Page.of(FIRST.toBuilder().setPageToken(token).build(), 50, 1000);
    }

    private static void namesTheToken(Failure refused) {
        assertThat(refused.reason()).isEqualTo(CommonReason.INVALID_PAGE_TOKEN);
        assertThat(refused.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("page_token"));
    }
}
