# An image of one service: docker build --build-arg SERVICE=pricing-service -t emplace/pricing-service:0.1.0 .
# The two base images are arguments, for a mirror or for a digest: both bring JDK 25, the first also Maven.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG BASE_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
ARG SERVICE
# Further options for Maven, such as -o where the cache holds all it needs.
ARG MAVEN_OPTIONS=
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    : "${SERVICE:?say which: pricing-service, classifier-service or power-service}" \
    && mvn -B -q -Dquick -DskipTests ${MAVEN_OPTIONS} -pl "${SERVICE}" -am package \
    && mv "${SERVICE}/target/quarkus-app" /app

FROM ${BASE_IMAGE}
ARG SERVICE
LABEL org.opencontainers.image.title="${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
# What changes least comes first, so that a new version of Emplace is a small layer.
COPY --from=build /app/lib ./lib
COPY --from=build /app/quarkus ./quarkus
COPY --from=build /app/app ./app
COPY --from=build /app/quarkus-run.jar ./
# A number, so that runAsNonRoot can be checked. Root owns the files, so that the service cannot change itself; it
# writes to /tmp only, and so runs on a read-only root file system.
USER 10001:10001
# No HEALTHCHECK: /q/health on the management port says more, to whoever runs the container.
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
