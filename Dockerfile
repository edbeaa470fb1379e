# One image for the three services; the command chooses: crawler, analyzer or dashboard.
# Only instructions that every builder knows, so that old and new engines build the same image.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
# The build files come first: as long as they stay the same, the libraries need not be fetched again.
COPY pom.xml ./
COPY events/pom.xml events/
COPY contacts/pom.xml contacts/
COPY places/pom.xml places/
COPY embedded/pom.xml embedded/
COPY testkit/pom.xml testkit/
COPY crawler/pom.xml crawler/
COPY analyzer/pom.xml analyzer/
COPY dashboard-api/pom.xml dashboard-api/
COPY standalone/pom.xml standalone/
COPY benchmarks/pom.xml benchmarks/
RUN mvn -B -ntp -DskipTests -Dcyclonedx.skip=true -pl standalone -am package \
 && rm -rf */target
COPY . .
# The embedded database's servers for other systems than the image's own are left out.
RUN mvn -B -ntp -DskipTests -Dcyclonedx.skip=true -pl standalone -am package \
 && rm -f standalone/target/lib/embedded-postgres-binaries-darwin-* standalone/target/lib/embedded-postgres-binaries-windows-*

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Maraude" \
      org.opencontainers.image.licenses="Apache-2.0"
# The folders exist with owner and mode, because a new volume takes both over from here. The keys
# are refused when anybody but their owner may read them.
RUN groupadd --gid 10001 maraude \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/maraude --shell /usr/sbin/nologin maraude \
 && install -d -m 0700 -o 10001 -g 10001 \
      /var/lib/maraude /var/lib/maraude/state \
      /var/lib/maraude/keys /var/lib/maraude/keys/public /var/lib/maraude/keys/private
COPY --from=build /src/standalone/target/lib /opt/maraude/lib
COPY --from=build /src/standalone/target/standalone.jar /opt/maraude/standalone.jar
# One word starts the services, and any other command inside a running container.
# Half of the container's memory is the heap; the stores outside it and the threads need the rest.
RUN printf '%s\n' '#!/bin/sh' \
      'exec java -XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "/opt/maraude/standalone.jar:/opt/maraude/lib/*" org.maraude.standalone.Maraude "$@"' \
      >/usr/local/bin/maraude \
 && chmod 755 /usr/local/bin/maraude
USER 10001:10001
WORKDIR /var/lib/maraude
ENV MARAUDE_STATE=/var/lib/maraude/state \
    MARAUDE_KEYS=/var/lib/maraude/keys \
    MARAUDE_SITES=/etc/maraude/sites
EXPOSE 8080
ENTRYPOINT ["maraude"]
CMD ["--help"]
