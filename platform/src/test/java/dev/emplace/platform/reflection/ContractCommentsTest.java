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
import io.grpc.reflection.v1.ServerReflectionResponse;
import org.junit.jupiter.api.Test;

class ContractCommentsTest {

    private final ContractComments comments = ContractComments.load();

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

        assertThat(comments.commented(error)).isEqualTo(error);
    }

    private FileDescriptorProto roundTrip(FileDescriptor file) throws InvalidProtocolBufferException {
        ByteString bytes = file.toProto().toByteString();
        ServerReflectionResponse response = ServerReflectionResponse.newBuilder()
                .setFileDescriptorResponse(FileDescriptorResponse.newBuilder().addFileDescriptorProto(bytes))
                .build();
        ServerReflectionResponse commented = (ServerReflectionResponse) comments.commented(response);
        return FileDescriptorProto.parseFrom(
                commented.getFileDescriptorResponse().getFileDescriptorProto(0));
    }
}
