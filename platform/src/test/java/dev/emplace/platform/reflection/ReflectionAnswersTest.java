package dev.emplace.platform.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TimestampProto;
import dev.emplace.api.pricing.v1.AcceleratorProto;
import io.grpc.reflection.v1.ErrorResponse;
import io.grpc.reflection.v1.FileDescriptorResponse;
import io.grpc.reflection.v1.ListServiceResponse;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import org.junit.jupiter.api.Test;

class ReflectionAnswersTest {

    private final ReflectionAnswers answers = new ReflectionAnswers();

    @Test
    void ourFilesGetTheirCommentsBack() throws InvalidProtocolBufferException {
        FileDescriptorProto generated = AcceleratorProto.getDescriptor().toProto();

        FileDescriptorProto commented = roundTrip(AcceleratorProto.getDescriptor());

        assertThat(generated.hasSourceCodeInfo()).isFalse();
        assertThat(commented.getSourceCodeInfo().getLocationList())
                .anySatisfy(
                        location -> assertThat(location.getLeadingComments()).contains("in bytes"));
        assertThat(commented.toBuilder().clearSourceCodeInfo().build().getMessageTypeList())
                .hasSameSizeAs(generated.getMessageTypeList());
    }

    @Test
    void filesOfOthersStayAsTheyAre() throws InvalidProtocolBufferException {
        assertThat(roundTrip(TimestampProto.getDescriptor()))
                .isEqualTo(TimestampProto.getDescriptor().toProto());
    }

    @Test
    void errorsStayAsTheyAre() {
        ServerReflectionResponse error = ServerReflectionResponse.newBuilder()
                .setErrorResponse(ErrorResponse.newBuilder().setErrorCode(5))
                .build();

        assertThat(answers.complete(error)).isEqualTo(error);
    }

    @Test
    void theDetailsOfErrorsAreKnown() throws InvalidProtocolBufferException {
        ServerReflectionResponse answer = unknown("google.rpc.ErrorInfo");

        assertThat(FileDescriptorProto.parseFrom(
                                answer.getFileDescriptorResponse().getFileDescriptorProto(0))
                        .getName())
                .isEqualTo("google/rpc/error_details.proto");
    }

    @Test
    void whatNobodyKnowsStaysUnknown() {
        assertThat(unknown("emplace.pricing.v1.Nothing").hasErrorResponse()).isTrue();
    }

    @Test
    void healthIsListedOnce() {
        ServerReflectionResponse list = ServerReflectionResponse.newBuilder()
                .setListServicesResponse(ListServiceResponse.getDefaultInstance())
                .build();

        ServerReflectionResponse completed = (ServerReflectionResponse) answers.complete(answers.complete(list));

        assertThat(completed.getListServicesResponse().getServiceList())
                .extracting(ServiceResponse::getName)
                .containsExactly("grpc.health.v1.Health");
    }

    private ServerReflectionResponse unknown(String symbol) {
        return (ServerReflectionResponse) answers.complete(ServerReflectionResponse.newBuilder()
                .setOriginalRequest(ServerReflectionRequest.newBuilder().setFileContainingSymbol(symbol))
                .setErrorResponse(ErrorResponse.newBuilder().setErrorCode(5))
                .build());
    }

    private FileDescriptorProto roundTrip(FileDescriptor file) throws InvalidProtocolBufferException {
        ByteString bytes = file.toProto().toByteString();
        ServerReflectionResponse response = ServerReflectionResponse.newBuilder()
                .setFileDescriptorResponse(FileDescriptorResponse.newBuilder().addFileDescriptorProto(bytes))
                .build();
        ServerReflectionResponse commented = (ServerReflectionResponse) answers.complete(response);
        return FileDescriptorProto.parseFrom(
                commented.getFileDescriptorResponse().getFileDescriptorProto(0));
    }
}
