# Sourced by run: the tools of every benchmark.

url=http://127.0.0.1:$port
clients=8

token() { "$repository/deploy/token" "$@" | tail -1; }

# Creates the partner whose customers are many: $operator, $partner, and $tokens of four of its super-admins.
large_partner() {
    local n
    operator=$(token vendor-operator)
    partner=$(curl -sf "$url/v1/partners" -H "Authorization: Bearer $operator" -H 'Content-Type: application/json' -d '{
        "name": "Large", "programs": ["msp-flex"], "region": "DE", "currency": "EUR", "locale": "de",
        "contact": {"firstName": "P", "lastName": "L", "email": "p.l@example.com", "phone": "+493012345678",
                    "address": {"lines": ["Torstraße 1"], "city": "Berlin", "countryCode": "DE", "postalCode": "10115"}}}' | jq -r .id)
    tokens=""
    for n in 1 2 3 4; do tokens="$tokens $(token partner-super-admin --partner "$partner" --subject "bench-$n")"; done
}

# The database as its superuser: sql DATABASE [psql option]...
sql() {
    local database=$1
    shift
    PGPASSWORD=$(cat "$data/secrets/postgres.password") \
        psql -q -X -v ON_ERROR_STOP=1 -h 127.0.0.1 -p $((port + 23)) -U postgres -d "$database" "$@"
}

# Transactions a second of a script, as the service's own role; what the script needs comes as -D name=value.
database_alone() {
    local database=$1 script=$2
    shift 2
    PGPASSWORD=$(cat "$data/secrets/${database}_app.password") \
        pgbench -n -M prepared -h 127.0.0.1 -p $((port + 23)) -U "${database}_app" -d "$database" \
        -f "$script" -c "$clients" -j 2 -T "$seconds" "$@" 2>/dev/null | sed -n 's/^tps = \([0-9.]*\).*/\1/p'
}

# Requests a second through the gateway with the tokens of $tokens in turn; an answer that is no 2xx ends the run.
through_gateway() {
    local path=$1 printed
    printed=$(TOKENS="$tokens" wrk -t1 -c"$clients" -d"${seconds}s" -s "$bench/in-turn.lua" "$url$path")
    if grep -q 'Non-2xx' <<<"$printed"; then
        echo "$path was refused:" >&2
        echo "$printed" >&2
        exit 1
    fi
    sed -n 's/^Requests\/sec: *\([0-9.]*\)/\1/p' <<<"$printed"
}

median() { tr ' ' '\n' | sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

# Runs two measurements in turn and prints both medians and the median of the ratios, pair by pair: beside NAME A B.
# The first runs for $warm seconds before, until the compiler has done most of its work.
beside() {
    local name=$1 a b as="" bs="" ratios=""
    seconds=$warm $2 >/dev/null
    for _ in $(seq "$rounds"); do
        a=$($2)
        b=$($3)
        as="$as $a" bs="$bs $b"
        ratios="$ratios $(awk "BEGIN {print $a / $b}")"
    done
    printf '| %s | %.0f | %.0f | %.2f |\n' "$name" "$(echo $as | median)" "$(echo $bs | median)" "$(echo $ratios | median)"
}

hardware() {
    printf '%s, %s cores, %s GiB, Java %s, PostgreSQL %s\n\n' "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)" "$(nproc)" \
        "$(awk '/MemTotal/ {printf "%.0f", $2 / 1048576}' /proc/meminfo)" \
        "$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/.*version "\(.*\)".*/\1/p')" \
        "$(sql postgres -At -c 'show server_version')"
}
