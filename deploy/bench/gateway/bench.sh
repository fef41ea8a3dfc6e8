# The gateway beside nginx as a plain proxy and beside Spring Cloud Gateway with its resource server, before the same service: CPU
# time of a request, latency at low load, and what the consent of 1,000,000 customers takes.

command -v nginx >/dev/null || PATH=$PATH:/usr/sbin
command -v nginx >/dev/null || { echo "This benchmark needs nginx on the PATH" >&2; exit 1; }
here=$bench/gateway
out=$data/bench
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
kafka=127.0.0.1:$((port + 21))
issuer=http://127.0.0.1:$((port + 20))/kontor
upstream_port=$((port + 60)) plain_port=$((port + 61)) spring_port=$((port + 62)) kontor_port=$((port + 63)) management_port=$((port + 64))
ticks=$(getconf CLK_TCK)
mkdir -p "$out"
started=""
end_others() {
    kill -CONT $started 2>/dev/null || true
    kill $started 2>/dev/null || true
}

of_suite() { "$java" -cp "$repository/deploy/local/target/lib/*" "$@"; }
await() { until curl -s -o /dev/null --max-time 5 "$@"; do sleep 0.2; done; }
web_server() {
    sed -e "s|DATA|$out|; s|UPSTREAM|$upstream_port|; s|PLAIN|$plain_port|; s|BODY|$(printf 'x%.0s' $(seq 990))|" "$here/$1.conf" >"$out/$1.conf"
    nginx -p "$out" -c "$out/$1.conf"
    started="$started $(cat "$out/$1.pid")"
}

# Another gateway like the suite's own, with the suite's services but for those that name the upstream. It still checks tokens,
# policy, consent and limits, and writes its log of requests; the limits are too high to be met.
our_gateway() {
    local own
    own=$(cat "$data/run/gateway.pid")
    mapfile -d '' -t settings <"/proc/$own/environ"
    mapfile -d '' -t command <"/proc/$own/cmdline"
    env -i "${settings[@]}" QUARKUS_HTTP_PORT=$kontor_port QUARKUS_MANAGEMENT_PORT=$management_port \
        KONTOR_SERVICES_CUSTOMERS=http://127.0.0.1:$upstream_port KONTOR_SERVICES_REPORTING=http://127.0.0.1:$upstream_port \
        KONTOR_LIMITS_CLIENT_RATE=1000000 KONTOR_LIMITS_CLIENT_BURST=1000000 KONTOR_LIMITS_PARTNER_RATE=1000000 \
        KONTOR_LIMITS_PARTNER_BURST=1000000 "${command[@]}" >"$out/gateway.log" 2>&1 &
    kontor=$!
    started="$started $kontor"
    until grep -q 'Consent has caught up' "$out/gateway.log"; do sleep 0.1; done
    await "http://127.0.0.1:$kontor_port/v1/policy"
}

# Milliseconds of processor time that processes and what they started have used.
processor() {
    local process
    for process in $(pgrep -d ' ' -P "$1") "$1"; do awk '{print $14 + $15}' "/proc/$process/stat"; done |
        awk -v ticks="$ticks" '{sum += $1} END {print sum * 1000 / ticks}'
}

# Calls through a port, and prints "microseconds of processor time a request, median and 99th percentile of latency":
# called PORT PROCESS CONNECTIONS TOKENS PATH
called() {
    local before after
    before=$(processor "$2")
    TOKENS=$4 wrk -t1 -c"$3" -d"${seconds}s" -s "$here/call.lua" "http://127.0.0.1:$1$5" | grep '^answered' >"$out/answered"
    after=$(processor "$2")
    [ "$(cut -d ' ' -f 3 "$out/answered")" = 0 ] || { echo "Port $1 did not answer all: $(cat "$out/answered")" >&2; exit 1; }
    awk -v cpu="$after" -v before="$before" '{printf "%.1f %s %s\n", (cpu - before) * 1000 / $2, $4, $5}' "$out/answered"
}

"$repository/mvnw" -q -B -f "$here/spring/pom.xml" package
web_server upstream
web_server plain
large_partner
printf '%s\n' $tokens >"$out/tokens"
customer=$(curl -sf "$url/v1/customers" -H "Authorization: Bearer ${tokens##* }" -H 'Content-Type: application/json' -d '{
    "name": "Called", "region": "DE", "accountType": "trial", "products": ["endpoint-advanced"],
    "contact": {"firstName": "P", "lastName": "L", "email": "p.l@example.com", "phone": "+493012345678",
                "address": {"lines": ["Torstraße 1"], "city": "Berlin", "countryCode": "DE", "postalCode": "10115"}}}' | jq -r .id)
our_gateway
"$java" -Xms256m -Xmx1g -XX:+UseSerialGC -jar "$here/spring/target/kontor-bench-spring-0.1.0-SNAPSHOT.jar" --server.port=$spring_port \
    --upstream=http://127.0.0.1:$upstream_port --issuer="$issuer" >"$out/spring.log" 2>&1 &
spring=$!
started="$started $spring"
await "http://127.0.0.1:$spring_port/v1/customers"
upstream=$(cat "$out/upstream.pid") plain=$(cat "$out/plain.pid")

list=/v1/customers?limit=50
inside=/v1/customers/$customer/dashboards
in_turn=$out/tokens
warm_up() { seconds=$warm called "$@" >/dev/null; }
echo "Warming up" >&2
warm_up $kontor_port "$kontor" "$clients" "$in_turn" "$list"
warm_up $spring_port "$spring" "$clients" "$in_turn" "$list"
warm_up $kontor_port "$kontor" "$clients" "$in_turn" "$inside"

declare -A cpu p50 p99
measure() {
    local name=$1 figures
    shift
    read -r -a figures < <(called "$@")
    cpu[$name]="${cpu[$name]:-} ${figures[0]}" p50[$name]="${p50[$name]:-} ${figures[1]}" p99[$name]="${p99[$name]:-} ${figures[2]}"
}
# Its compiler goes on for long after a call, and on few cores every other figure would show that: it rests unless it is called.
measure_spring() {
    kill -CONT "$spring"
    measure "$1" $spring_port "$spring" "$2" "$in_turn" "$list"
    kill -STOP "$spring"
}
kill -STOP "$spring"
for round in $(seq "$rounds"); do
    echo "Round $round" >&2
    "$java" -Djava.util.concurrent.ForkJoinPool.common.parallelism=32 "$here/Tokens.java" "$issuer" "$partner" $((seconds * 4000)) >"$out/new-tokens"
    measure nginx $plain_port "$plain" "$clients" "$in_turn" "$list"
    measure kontor $kontor_port "$kontor" "$clients" "$in_turn" "$list"
    measure_spring spring "$clients"
    measure new-tokens $kontor_port "$kontor" "$clients" "$out/new-tokens" "$list"
    measure alone-direct $upstream_port "$upstream" 1 "$in_turn" "$list"
    measure alone-nginx $plain_port "$plain" 1 "$in_turn" "$list"
    measure alone-kontor $kontor_port "$kontor" 1 "$in_turn" "$list"
    measure_spring alone-spring 1
    measure alone-inside $kontor_port "$kontor" 1 "$in_turn" "$inside"
    read -r -a acknowledged < <(of_suite "$here/Facts.java" "$kafka" 2>"$out/facts.log")
    p50[acknowledged]="${p50[acknowledged]:-} ${acknowledged[0]}" p99[acknowledged]="${p99[acknowledged]:-} ${acknowledged[1]}"
done
of() { echo $1 | median; }
beside_ours() { awk "BEGIN {printf \"%.2f\", $(of "${cpu[kontor]}") / $(of "${cpu[$1]}")}"; }

hardware
echo "| CPU time of a request, $clients clients | µs | Kontor, as a multiple of it |"
echo "| --- | --- | --- |"
echo "| nginx, plain proxy | $(of "${cpu[nginx]}") | $(beside_ours nginx) |"
echo "| Kontor, all checks, known token | $(of "${cpu[kontor]}") | 1 |"
echo "| Kontor, a new token each time | $(of "${cpu[new-tokens]}") | $(beside_ours new-tokens) |"
echo "| Spring Cloud Gateway, resource server | $(of "${cpu[spring]}") | $(beside_ours spring) |"
echo
echo "| latency of one client, µs | median | p99 |"
echo "| --- | --- | --- |"
for name in direct nginx kontor spring inside; do
    echo "| $name | $(of "${p50[alone-$name]}") | $(of "${p99[alone-$name]}") |"
done
echo "| one acknowledgement of the broker | $(of "${p50[acknowledged]}") | $(of "${p99[acknowledged]}") |"

# What is kept after a full collection.
kept() {
    jcmd "$kontor" GC.run >/dev/null
    jcmd "$kontor" GC.heap_info | awk '/Metaspace/ {exit} {for (i = 1; i < NF; i++) if ($i == "used") sum += $(i + 1)} END {print sum / 1024}'
}
kill -CONT "$spring"
kill "$spring" "$kontor"
wait "$kontor" "$spring" || true
our_gateway
empty=$(kept)
kill "$kontor"
wait "$kontor" || true
# The services would read these facts as well; they are not what is measured.
services=""
for service in customers licensing billing reporting; do services="$services $(cat "$data/run/$service.pid")"; done
started="$started $services"
kill -STOP $services
echo "Telling the consent of 1,000,000 customers" >&2
of_suite "$here/Facts.java" "$kafka" 1000000 2>"$out/facts.log"
began=$(date +%s%N)
our_gateway
echo
printf 'The consent of 1,000,000 customers is known %s s after the start of the process, and takes %.0f MiB\n' \
    "$(awk "BEGIN {printf \"%.1f\", ($(date +%s%N) - $began) / 1e9}")" "$(awk "BEGIN {print $(kept) - $empty}")"
