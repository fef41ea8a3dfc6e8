# From a customer's "no" to the first refusal, while partners work inside accounts at the same time.

switches=300
kafka=127.0.0.1:$((port + 21))
contact='{"firstName": "P", "lastName": "L", "email": "p.l@example.com", "phone": "+493012345678",
          "address": {"lines": ["Torstraße 1"], "city": "Berlin", "countryCode": "DE", "postalCode": "10115"}}'
created() { curl -sf "$url$1" -H "Authorization: Bearer $2" -H 'Content-Type: application/json' -d "$3" | jq -r .id; }
partner() {
    created /v1/partners "$(token vendor-operator)" '{"name": "'"$1"'", "programs": ["msp-flex"], "region": "DE",
        "currency": "EUR", "locale": "de", "contact": '"$contact"'}'
}
customer() {
    created /v1/customers "$2" '{"name": "'"$1"'", "region": "DE", "accountType": "trial", "products": ["endpoint-advanced"],
        "contact": '"$contact"'}'
}

# One partner makes the load and another one is watched, so that they don't share a limit.
loading=$(token partner-super-admin --partner "$(partner Loading)")
loaded=$(customer Loaded "$loading")
watched_partner=$(partner Watched)
watched=$(token partner-super-admin --partner "$watched_partner")
switched=$(customer Switched "$watched")

TOKENS=$loading wrk -t1 -c"$clients" -d600s -s "$bench/in-turn.lua" "$url/v1/customers/$loaded/dashboards" >"$data/load.txt" &
load=$!
end_others() { kill "$load" 2>/dev/null || true; }
echo "Warming up" >&2
sleep "$warm"
echo "$switches switches under the load of $clients clients on the customer plane" >&2
measured=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$repository/deploy/local/target/lib/*" "$bench/revocation/Revocation.java" \
    "$url" "$kafka" "$switched" "$watched" "$(token customer-admin --customer "$switched")" "$switches")
# wrk prints what it did when it is interrupted.
kill -INT "$load"
wait "$load" || true

hardware
echo "$switches switches; beside them $(sed -n 's/^Requests\/sec: *\([0-9]*\).*/\1/p' "$data/load.txt") requests/s on the customer plane"
grep 'Non-2xx' "$data/load.txt" || true
echo
echo "$measured"
