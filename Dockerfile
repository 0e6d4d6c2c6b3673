# The server in one image: docker build --tag motcua .
FROM rust:1.95-slim-bookworm AS build

# The image's own toolchain; rust-toolchain.toml would fetch rustfmt and clippy, which a build has no use for.
ENV RUSTUP_TOOLCHAIN=$RUST_VERSION

RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpq-dev \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /src
COPY . .

# Without the bundled libpq, Debian's is linked: that one speaks TLS to PostgreSQL and gets Debian's security updates.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --release --locked --package server --no-default-features \
    && install -D target/release/motcua /out/motcua


FROM debian:bookworm-slim

RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates fonts-croscore libpq5 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin motcua \
    && install --directory --owner=motcua --group=motcua /srv/motcua/var

COPY --from=build /out/motcua /usr/local/bin/motcua
# The sample province, for `catalog import` and as a pattern for the own one.
COPY config /srv/motcua/config

# Everything it writes (keys, issued letters, the SQLite database where that is used) lies in var: the rest may be mounted
# read-only.
WORKDIR /srv/motcua
VOLUME /srv/motcua/var
USER 10001:10001

ENV MOTCUA_SERVER__LISTEN=0.0.0.0:8080
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["motcua", "healthcheck"]

ENTRYPOINT ["motcua"]
CMD ["serve"]
