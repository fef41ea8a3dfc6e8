# From the answer to a block to its subject's first refusal, on two gateways, while others work at the same time.

blocks=300
second=$((port + 40))
second_url=http://127.0.0.1:$second
contact='{"firstName": "P", "lastName": "L", "email": "p.l@example.com", "phone": "+493012345678",
          "address": {"lines": ["Torstraße 1"], "city": "Berlin", "countryCode": "DE", "postalCode": "10115"}}'
partner() {
    curl -sf "$url/v1/partners" -H "Authorization: Bearer $(token vendor-operator)" -H 'Content-Type: application/json' -d '{
        "name": "'"$1"'", "programs": ["msp-flex"], "region": "DE", "currency": "EUR", "locale": "de", "contact": '"$contact"'}' | jq -r .id
}

# One partner makes the load and another one is watched, so that they don't share a limit.
loading=$(token partner-super-admin --partner "$(partner Loading)")
watched=$(partner Watched)
blocking=$(token partner-super-admin --partner "$watched" --subject blocking)
blocked=$(token partner-super-admin --partner "$watched" --subject blocked)

# Another replica of the gateway, with what the first one has in its environment.
environment=(QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$second" QUARKUS_MANAGEMENT_HOST=127.0.0.1
    QUARKUS_MANAGEMENT_PORT=$((second + 1)) KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:$((port + 21)) KONTOR_PUBLIC_URL="$url"
    KONTOR_SIGNING_KEY="$data/secrets/gateway.pem" KONTOR_ISSUERS_DEFAULT_ISSUER=http://127.0.0.1:$((port + 20))/kontor
    KONTOR_ISSUERS_DEFAULT_JWKS=http://127.0.0.1:$((port + 20))/kontor/jwks KONTOR_ISSUERS_DEFAULT_AUDIENCE=kontor)
offset=0
for service in GATEWAY CUSTOMERS LICENSING BILLING REPORTING; do
    environment+=("KONTOR_SERVICES_$service=http://127.0.0.1:$((port + offset))"
        "KONTOR_TRUST_$service=http://127.0.0.1:$((port + 10 + offset))/jwks")
    offset=$((offset + 1))
done
env "${environment[@]}" "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -jar "$repository/gateway/target/quarkus-app/quarkus-run.jar" \
    >"$data/second-gateway.txt" 2>&1 &
second_gateway=$!
load=
end_others() { kill $load "$second_gateway" 2>/dev/null || true; }
until curl -sf "http://127.0.0.1:$((second + 1))/q/health/ready" >/dev/null; do sleep 0.5; done

TOKENS=$loading PAUSE=50 wrk -t1 -c"$clients" -d600s -s "$bench/in-turn.lua" "$url/v1/customers" >"$data/load.txt" &
load=$!
echo "Warming up" >&2
sleep "$warm"
echo "$blocks blocks under the load of $clients clients" >&2
measured=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" "$bench/cutoff/CutOff.java" "$url" "$second_url" blocked "$blocking" "$blocked" "$blocks")
# wrk prints what it did when it is interrupted.
kill -INT "$load"
wait "$load" || true

hardware
echo "$blocks blocks; beside them $(sed -n 's/^Requests\/sec: *\([0-9]*\).*/\1/p' "$data/load.txt") requests/s"
grep 'Non-2xx' "$data/load.txt" || true
echo
echo "$measured"
